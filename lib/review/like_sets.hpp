// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "word_sets.hpp"

namespace claimlint::review {

/// Puts sets of words to the first set that they are most like, where they are as like as
/// kSameClaim; where there is none, a set is the first of its kind itself. Two sets that are so
/// like share one of their few rarest words, so only sets that do are compared. That misses none,
/// unlike hashing sets to small signatures.
class LikeSets {
 public:
  /// Tells of a set that is going to be placed: all of them, before the first is.
  void count(const WordSet& words);

  /// The number of the first set it belongs to. Numbers count from 0; a new one is a new kind.
  std::size_t place(const WordSet& words);

 private:
  /// The words of a set as ranks, the rarest word of all sets being 0; rising.
  using Ranks = std::vector<std::uint32_t>;

  void rank_words();
  Ranks ranks_of(const WordSet& words) const;
  [[nodiscard]] std::vector<std::uint32_t> candidates(const Ranks& ranks) const;

  std::unordered_map<std::uint64_t, std::uint32_t> words_;  ///< how often, then their rank
  bool ranked_ = false;
  std::vector<Ranks> first_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> holders_;  ///< by a rare word
};

}  // namespace claimlint::review
