// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "patterns.hpp"
#include "programs.hpp"

namespace claimlint::lexicon {

/// What trying an expression took.
struct PatternCost {
  std::uint64_t tries = 0;
  std::uint64_t hits = 0;
  std::chrono::nanoseconds time{};
};

/// What searching for patterns, of any set, needs and keeps for the next search, so that it
/// allocates nothing. Serves one thread.
class PatternMemory {
 public:
  /// Adds to these, by expression, what each try takes; they must be as many as the expressions of
  /// the one set that is searched from here on, and outlive the searches.
  void record(std::vector<PatternCost>* costs) { costs_ = costs; }

 private:
  friend class PatternFinder;

  /// What a search knows of an expression; of an earlier search: nothing.
  struct State {
    std::uint32_t search = 0;
    std::uint32_t from = 0;   ///< where its next hit may begin
    std::uint32_t tried = 0;  ///< the last place where it was tried, and one more
    bool sought = false;      ///< to be tried everywhere
  };

  struct Candidate {
    std::uint32_t place = 0;
    std::uint32_t pattern = 0;
    std::uint32_t gate = 0;
  };

  /// Begins a search among so many expressions.
  void begin(std::size_t patterns, std::size_t gates) {
    if (states_.size() < patterns) states_.resize(patterns);
    if (gates_.size() < gates) gates_.resize(gates);
    ++search_;
    hits_.clear();
    places_.clear();
    candidates_.clear();
    sought_.clear();
    match_.forget();
  }

  State& state(std::uint32_t pattern) {
    State& state = states_[pattern];
    if (state.search != search_) state = {search_, 0, 0, false};
    return state;
  }

  void open(std::uint32_t gate) { gates_[gate] = search_; }
  [[nodiscard]] bool is_open(std::uint32_t gate) const {
    return gate == text::kNone || gates_[gate] == search_;
  }

  std::uint32_t search_ = 0;
  std::vector<State> states_;          ///< by expression
  std::vector<std::uint32_t> gates_;   ///< the search that opened each
  std::vector<std::uint32_t> places_;  ///< where a hit may begin
  std::vector<Candidate> candidates_;  ///< what may hit there
  std::vector<std::uint32_t> sought_;  ///< expressions to be tried everywhere
  std::vector<Patterns::Hit> hits_;
  MatchMemory match_;
  std::vector<PatternCost>* costs_ = nullptr;
};

}  // namespace claimlint::lexicon
