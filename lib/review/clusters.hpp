// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "claimlint/report.hpp"
#include "spool.hpp"
#include "word_sets.hpp"

namespace claimlint::review {

/// Gives names numbers, from 1.
class Numbers {
 public:
  std::uint32_t of(const std::string& name);
  [[nodiscard]] std::string name(std::uint32_t number) const;

 private:
  std::map<std::string, std::uint32_t> numbers_;
};

/// The claims of a batch, which wait in a file, and what of them says the same.
class Clusters {
 public:
  explicit Clusters(const std::filesystem::path& folder) : texts_(folder), entries_(folder) {}

  void add(const Report& report);

  /// Those of two claims or more, the largest first.
  std::vector<ClaimCluster> find();

 private:
  /// A claim as it waits.
  struct Entry {
    std::uint64_t words_hash;
    std::uint64_t offset;  ///< of its words, behind which its id and its sentence stand
    std::uint64_t path;    ///< offset of the path of its document
    std::uint32_t words;   ///< how many
    std::uint32_t id_size;
    std::uint32_t text_size;
    std::uint32_t path_size;
    std::uint32_t document;  ///< counted from 1
    std::uint32_t site;      ///< 0: none is known
    std::uint32_t type;
    std::uint32_t severity;
  };
  /// Entries in nearly the same words, by the first of them.
  struct Group {
    std::uint32_t first;
    std::uint32_t claims;
    std::string id;
  };

  /// A cluster that is being counted.
  struct Members {
    ClaimCluster cluster;
    std::uint32_t last_document;
    std::set<std::uint32_t> sites;
  };

  void add(const Sentence& sentence, const Claim& claim, Entry entry);
  std::vector<Entry> read_entries();
  WordSet words_of(const Entry& entry);
  std::string id_of(const Entry& entry);
  std::string text_of(const Entry& entry);
  std::vector<std::uint32_t> group(const std::vector<Entry>& entries);
  void group_wordings(const std::vector<Entry>& entries, const std::vector<std::uint32_t>& wordings,
                      std::vector<std::uint32_t>& first_of);
  std::vector<Group> largest(const std::vector<Entry>& entries,
                             const std::vector<std::uint32_t>& first_of);
  ClaimCluster describe(const Group& group, const Entry& first);
  void add(Members& members, const Entry& entry);

  Spool texts_;
  Spool entries_;
  Numbers types_;
  Numbers sites_;
  std::uint32_t documents_ = 0;
};

}  // namespace claimlint::review
