// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/report.hpp"

/// The reviewer's pages; docs/pages.md. The format `html` writes them into one file.
namespace claimlint {

/// Pages of a folder: `index.html`, a page for each document in `documents/`, and the script and
/// the style that they share. `index.html` appears when all is written. The folder is made; one
/// that is there and holds anything but such pages is refused. Throws std::runtime_error for what
/// cannot be written, from every call.
CLAIMLINT_EXPORT std::unique_ptr<ReportWriter> review_folder_writer(
    const std::filesystem::path& folder, const OutputOptions& options);

/// The page that a server gives: script and style are in it, what it shows is asked of the server.
CLAIMLINT_EXPORT std::string review_page();

/// Its Content-Security-Policy.
CLAIMLINT_EXPORT std::string review_policy();

/// What a page shows of one document: {"document":...,"meta":...,"marks":[...]}, where `document`
/// is that of the format json. No `<` is in it, so it may stand in a script element.
CLAIMLINT_EXPORT std::string review_document(const Report& report, const OutputOptions& options);

/// What a page shows of all documents. Not thread-safe.
class CLAIMLINT_EXPORT ReviewIndex {
 public:
  /// Null: types are known by their ids alone. Must outlive the index.
  explicit ReviewIndex(const Lexicons* lexicons) : lexicons_(lexicons) {}

  /// `id` is what the document is asked for by; `data` what review_document() gave of it. `report`
  /// may lack what ReportWriter::document_rendered says.
  void add(const Report& report, std::string_view id, std::string_view data);

  /// `mode` is file, folder or served. No `<` is in it.
  [[nodiscard]] std::string json(std::string_view mode, const Tool& tool,
                                 const Summary& summary) const;

 private:
  /// A claim by what it says, and its id.
  using Said = std::pair<std::uint64_t, std::string>;

  std::size_t type_index(std::string_view type);
  void add_claim(const Claim& claim, std::uint64_t said, std::string_view data);

  const Lexicons* lexicons_;
  std::vector<std::string> rows_;
  std::vector<std::string> types_;
  std::map<std::string, std::size_t, std::less<>> type_indices_;
  std::vector<Said> said_;
  std::map<std::string, std::string> decided_;  ///< by claim, as JSON
  std::size_t in_baseline_ = 0;
};

}  // namespace claimlint
