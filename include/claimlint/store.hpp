// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"
#include "claimlint/source.hpp"

namespace claimlint {

/// A results store cannot be opened, read or written. The message names the file.
class CLAIMLINT_EXPORT StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a store is told of a document that is done.
struct StoreEntry {
  std::size_t ordinal = 0;  ///< its place in the run, from 0
  std::string key;          ///< see document_key(); empty where its bytes could not be had
  std::string output;       ///< see BatchOptions::store_output
  std::shared_ptr<const Report> report;
  std::optional<std::string> rendered;  ///< what ReportWriter::rendered gave; null: not kept
  std::int64_t known = 0;  ///< row of the document if the store gave it: only the run is noted
};

/// A document that a store holds.
struct StoredDocument {
  /// Of its sentences only those with claims, and these without frame, support and basis; its score
  /// is without breakdown, and findings are left out.
  Report report;
  std::string rendered;
  std::int64_t row = 0;  ///< never 0
};

/// Whether documents come back with their sentences; their totals they have anyway.
enum class StoredClaims : std::uint8_t { read, leave };

/// What a run notes of itself. Times as the caller writes them, best ISO 8601 in UTC.
struct StoreRun {
  std::string started;
  Tool tool;
  std::vector<std::string> arguments;
};

/// Results of audits in one SQLite file, described in docs/store.md. A document is written within
/// moments of being done, so that a run which was killed goes on where it was: at worst the last
/// few documents are audited again. Any number of programs may use one store at once.
///
/// Everything throws StoreError. `find` may be called from any thread, everything else from one at
/// a time.
class CLAIMLINT_EXPORT Store {
 public:
  /// Opens a store, or makes one. Refuses a file that is none, or is of a newer version.
  explicit Store(const std::filesystem::path& file, StoredClaims claims = StoredClaims::read);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Documents added from here on belong to this run.
  void begin_run(const StoreRun& run);

  /// The document of this key as rendered for this output. Null where either is not there.
  [[nodiscard]] std::optional<StoredDocument> find(std::string_view key,
                                                   std::string_view output) const;

  void add(StoreEntry entry);

  /// How many were known when they were added.
  [[nodiscard]] std::size_t reused() const;

  /// Writes what is still waiting, and when the run was finished.
  void finish_run(std::string_view finished);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Names the audit of these bytes: the same only where bytes, source and everything that decides
/// what is found are the same.
CLAIMLINT_EXPORT std::string document_key(std::string_view bytes, const Source& source,
                                          const Tool& tool);

}  // namespace claimlint
