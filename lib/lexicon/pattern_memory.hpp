// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "opening_index.hpp"
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
    bool wanted = false;
    std::uint32_t until = 0;  ///< behind the last place where it may begin, whatever opens there
  };

  struct Gate {
    std::uint32_t search = 0;  ///< that opened it
    std::uint32_t end = 0;     ///< behind the last place that did
  };

  struct Candidate {
    std::uint32_t place = 0;
    std::uint32_t pattern = 0;
    OpeningIndex::Gates gates = OpeningIndex::kNoGates;
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
    if (state.search != search_) state = {.search = search_};
    return state;
  }

  /// What a gate asks for begins at a place, or ends with it.
  void open(std::uint32_t gate, std::uint32_t place) {
    Gate& opened = gates_[gate];
    if (opened.search != search_) opened = {search_, 0};
    opened.end = std::max(opened.end, place + 1);
  }
  /// Behind the last place that opened a gate; 0 where none did. Further on no match can begin.
  [[nodiscard]] std::uint32_t end_of(std::uint32_t gate) const {
    if (gate == text::kNone) return text::kNone;
    return gates_[gate].search == search_ ? gates_[gate].end : 0;
  }
  [[nodiscard]] std::uint32_t end_of(const OpeningIndex::Gates& gates) const {
    return std::min(end_of(gates.front()), end_of(gates.back()));
  }

  std::uint32_t search_ = 0;
  std::vector<State> states_;  ///< by expression
  std::vector<Gate> gates_;
  std::vector<std::uint32_t> places_;  ///< where a hit may begin
  std::vector<Candidate> candidates_;  ///< what may hit there
  std::vector<std::uint32_t> sought_;  ///< expressions to be tried everywhere
  std::vector<Patterns::Hit> hits_;
  MatchMemory match_;
  std::vector<PatternCost>* costs_ = nullptr;
};

}  // namespace claimlint::lexicon
