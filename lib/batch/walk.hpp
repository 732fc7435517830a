// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive_members.hpp"
#include "claimlint/batch.hpp"
#include "claimlint/path_patterns.hpp"

namespace claimlint::batch {

/// A document to audit, or a path that cannot be one.
struct Found {
  std::filesystem::path file;
  std::string path;  ///< for the report: relative to the argument, `/`-separated
  std::optional<std::string> trouble = {};  ///< why there is nothing to read
  bool standard_input = false;              ///< read that instead of the file
  std::string reason = "unreadable";        ///< of the trouble, in one word
  std::optional<std::string> content = {};  ///< the bytes of an archive's member, which has no file
};

enum class Archives : std::uint8_t { open, name_only };

/// Goes through files, folders and archives in their order, one at a time; folders by name,
/// bytewise, archives by position. Holds only the names of the folders it is in, and a member.
class Walk {
 public:
  /// `options` must outlive it. With `name_only` an archive is found as if it were a document.
  explicit Walk(const BatchOptions& options, Archives archives = Archives::open);

  /// Null after the last.
  std::optional<Found> next();

 private:
  struct Folder {
    std::filesystem::path canonical;
    std::string prefix;                          ///< of the report paths below it
    PathPatterns ignored;                        ///< by the ignore file in it
    std::vector<std::filesystem::path> entries;  ///< backwards: the next one is the last
    bool linked = false;                         ///< a link leads to it, or to one above
  };
  struct OpenArchive {
    std::string path;
    ArchiveMembers members;
  };

  /// The next document of what was entered last, or what the next path is; null where that is
  /// passed over or has been entered.
  std::optional<Found> step();
  std::optional<Found> next_member();
  std::optional<Found> visit_argument(const std::filesystem::path& argument);
  std::optional<Found> visit_listed(const std::filesystem::path& path);
  std::optional<Found> visit_entry(const std::filesystem::path& entry, const std::string& prefix);
  std::optional<Found> visit_file(Found file);
  Found standard_input();
  std::optional<Found> enter(const std::filesystem::path& folder, const std::string& name,
                             const std::string& prefix);

  [[nodiscard]] bool leads_back(const std::filesystem::path& canonical) const;
  [[nodiscard]] bool is_linked(const std::filesystem::path& folder) const;
  [[nodiscard]] bool wants(const std::filesystem::path& file) const;
  [[nodiscard]] bool includes(std::string_view path) const;
  [[nodiscard]] bool excludes(std::string_view path, bool is_folder) const;
  [[nodiscard]] bool ignores(std::string_view path, bool is_folder) const;
  [[nodiscard]] bool asks_for_member(const std::string& archive, std::string_view name) const;

  const BatchOptions* options_;
  Archives archives_;
  PathPatterns include_;
  PathPatterns exclude_;
  bool input_given_ = false;
  bool listed_all_ = false;
  std::size_t next_argument_ = 0;
  std::vector<Folder> chain_;
  std::map<std::filesystem::path, std::size_t> ways_;  ///< to folders that links lead to
  std::optional<OpenArchive> archive_;
};

}  // namespace claimlint::batch
