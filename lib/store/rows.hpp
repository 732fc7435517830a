// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "claimlint/store.hpp"
#include "sqlite.hpp"

namespace claimlint::store {

/// Writes entries. The caller begins and ends the transactions.
class EntryWriter {
 public:
  explicit EntryWriter(const Connection& connection);

  std::int64_t run(const StoreRun& run);
  void finish(std::int64_t run, std::string_view finished);

  /// `run` 0: of no run.
  void entry(std::int64_t run, const StoreEntry& entry);

 private:
  /// The row of a document; null where the bytes could not be had.
  std::optional<std::int64_t> document(const StoreEntry& entry);
  void insert_document(const std::string& key, const Report& report);
  void insert_parts(std::int64_t document, const Report& report);
  void insert_claim(std::int64_t document, std::int64_t ordinal, const Sentence& sentence,
                    const Claim& claim);
  void insert_rendered(std::int64_t document, const StoreEntry& entry);
  std::int64_t output(const std::string& name);

  const Connection& connection_;
  Statement find_, document_, claim_, finding_, note_, add_output_, find_output_, rendered_,
      run_document_;
  std::map<std::string, std::int64_t> outputs_;
};

/// Reads documents back.
class EntryReader {
 public:
  EntryReader(const std::filesystem::path& file, StoredClaims claims);
  std::optional<StoredDocument> find(std::string_view key, std::string_view output);

 private:
  void take_snapshot();
  void read_notes(std::int64_t document, Report& report);
  void read_claims(std::int64_t document, Report& report);

  Connection connection_;
  Statement find_, notes_, claims_;
  bool with_claims_;
  unsigned finds_ = 0;
};

}  // namespace claimlint::store
