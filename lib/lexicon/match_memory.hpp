// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimlint::lexicon {

/// What matching needs and keeps for the next match. Serves one thread.
class MatchMemory {
 public:
  /// Forgets what was found out about a text.
  void forget() { is_fresh_ = false; }

  /// Begins the tries of an expression, place by place from the left.
  void begin_tries() { reach_ = 0; }

 private:
  friend class ProgramRun;

  /// Where a match goes on when what it tried first has failed.
  struct Choice {
    std::uint32_t instruction = 0;
    std::uint32_t at = 0;
    std::uint32_t last = 0;  ///< of a run: how far it may give way; text::kNone for other choices
  };

  void push(Choice choice) {
    if (count_ == choices_.size()) choices_.resize(2 * count_ + kFirstChoices);
    choices_[count_++] = choice;
  }

  /// False where a match has been there before.
  bool enter(std::uint32_t instruction, std::uint32_t at);
  void insert(std::uint64_t key);
  void grow();

  static constexpr std::size_t kFirstChoices = 64;

  std::vector<Choice> choices_;  ///< of which the first `count_` are open
  std::size_t count_ = 0;
  std::vector<std::uint64_t> visited_;  ///< places in programs and texts, hashed; 0: free
  std::size_t visits_ = 0;
  bool is_fresh_ = false;
  /// Up to where a run that begins the expression has been followed in vain, and one more.
  std::uint32_t reach_ = 0;
};

}  // namespace claimlint::lexicon
