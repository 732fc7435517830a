// SPDX-License-Identifier: Apache-2.0
#include "programs.hpp"

#include <algorithm>
#include <cstring>

#include "edges.hpp"
#include "text/text.hpp"

namespace claimlint::lexicon {

using text::kNone;
using Op = Instruction::Op;

namespace {

// After so many choices that came to nothing a match notes where it has been, so that no expression
// takes more time than its length times the text's.
constexpr std::size_t kPatience = 1000;

bool is_run(Op op) { return op == Op::most || op == Op::fewest || op == Op::all; }

bool leads_on(Op op) { return op == Op::split || op == Op::hop || op == Op::jump; }

}  // namespace

/// One match of one program.
class ProgramRun {
 public:
  ProgramRun(const Programs& programs, std::string_view text, MatchMemory& memory)
      : programs_(programs),
        code_(programs.code_.data()),
        text_(text.data()),
        size_(static_cast<std::uint32_t>(text.size())),
        memory_(memory) {}

  /// The first match that may_end, or the longest of all.
  std::optional<std::size_t> run(std::uint32_t start, std::size_t at, bool longest) {
    instruction_ = start_ = start;
    at_ = static_cast<std::uint32_t>(at);
    memory_.count_ = 0;
    std::optional<std::size_t> best;
    do {
      if (!proceed()) continue;
      if (longest) {
        best = std::max<std::size_t>(best.value_or(0), at_);
      } else if (may_end({text_, size_}, at_)) {
        // What led here did not fail.
        memory_.forget();
        memory_.begin_tries();
        return at_;
      }
    } while (go_back());
    return best;
  }

 private:
  /// Goes on to the end of a match; false where something does not hold.
  bool proceed() {
    while (true) {
      const Instruction& here = code_[instruction_];
      switch (here.op) {
        case Op::byte:
          if (is_at_end() || text_[at_] != static_cast<char>(here.byte)) return false;
          ++at_;
          break;
        case Op::text:
          if (!take(here)) return false;
          break;
        case Op::one:
          if (is_at_end() || !set_of(here).holds(next_byte())) return false;
          at_ = after_character(at_);
          break;
        case Op::all:
          if (!take_all(here)) return false;
          break;
        case Op::split:
          if (is_known()) return false;
          memory_.push({here.target, at_, kNone});
          break;
        case Op::pick:
          if (!pick(here)) return false;
          continue;
        case Op::jump:
          instruction_ = here.target;
          continue;
        case Op::done:
          return true;
        default:
          if (!take_rare(here)) return false;
          continue;
      }
      ++instruction_;
    }
  }

  bool take_rare(const Instruction& here) {
    switch (here.op) {
      case Op::most:
        return !is_known() && take_most(here);
      case Op::fewest:
        return !is_known() && take_fewest(here);
      case Op::hop:
        if (is_known()) return false;
        memory_.push({instruction_ + 1, at_, kNone});
        instruction_ = here.target;
        return true;
      case Op::edge:
        return go_on(is_word_edge({text_, size_}, at_));
      case Op::begin:
        return go_on(at_ == 0);
      case Op::end:
        return go_on(is_at_end());
      default:
        return false;
    }
  }

  bool go_on(bool holds) {
    ++instruction_;
    return holds;
  }

  bool pick(const Instruction& here) {
    if (is_known()) return false;
    const PickTable& table = programs_.tables_[here.target];
    const std::uint16_t way = table[is_at_end() ? kByteClasses : kClassOfByte[next_byte()]];
    instruction_ += way;
    return way != 0;
  }

  bool go_back() {
    ++failures_;
    while (memory_.count_ > 0) {
      const MatchMemory::Choice choice = memory_.choices_[--memory_.count_];
      instruction_ = choice.instruction;
      at_ = choice.at;
      if (choice.last == kNone) return true;
      const Instruction& run = code_[instruction_];
      if (run.op == Op::most ? give_back(choice.last) : take_more(run, choice.last)) return true;
    }
    return false;
  }

  /// Takes as many characters of a set as there are, up to `most`; says how many.
  std::uint32_t take_run(const CharacterSet& set, std::uint32_t most) {
    std::uint32_t taken = 0;
    while (taken < most && !is_at_end() && set.holds(next_byte())) {
      at_ = after_character(at_);
      ++taken;
    }
    return taken;
  }

  static std::uint32_t limit_of(const Instruction& run) {
    return run.number == Programs::kUnlimited ? kNone - 1 : run.number;
  }

  /// `all` and its bound.
  bool take_all(const Instruction& here) {
    const std::uint32_t taken = take_run(set_of(here), limit_of(here));
    ++instruction_;
    return taken >= code_[instruction_].number;
  }

  bool take_most(const Instruction& here) {
    const std::uint32_t least = code_[instruction_ + 1].number;
    if (take_run(set_of(here), least) < least) return false;
    std::uint32_t shortest = at_;
    take_run(set_of(here), limit_of(here) - least);
    if (instruction_ == start_) {
      // From where an earlier try has come to, the rest has failed already.
      shortest = std::max(shortest, memory_.reach_);
      if (at_ < shortest) return false;
      memory_.reach_ = at_ + 1;
    }
    return settle_at(shortest);
  }

  /// One character less than before, at least.
  bool give_back(std::uint32_t shortest) {
    if (at_ <= shortest) return false;
    at_ = before_character(at_);
    return settle_at(shortest);
  }

  /// Gives back until what follows may follow, and notes that more can be given back.
  bool settle_at(std::uint32_t shortest) {
    const ClassMask mask = programs_.masks_[code_[instruction_ + 1].target];
    while (!may_follow(mask)) {
      if (at_ <= shortest) return false;
      at_ = before_character(at_);
    }
    if (at_ > shortest) memory_.push({instruction_, at_, shortest});
    instruction_ += 2;
    return true;
  }

  bool take_fewest(const Instruction& here) {
    const std::uint32_t least = code_[instruction_ + 1].number;
    if (take_run(set_of(here), least) < least) return false;
    return offer_more(limit_of(here) - least);
  }

  bool take_more(const Instruction& here, std::uint32_t left) {
    return take_run(set_of(here), 1) == 1 && offer_more(left - 1);
  }

  bool offer_more(std::uint32_t left) {
    if (left > 0) memory_.push({instruction_, at_, left});
    instruction_ += 2;
    return true;
  }

  bool take(const Instruction& here) {
    const char* const words = programs_.pool_.data() + here.target;
    if (size_ - at_ < here.number || text_[at_] != *words ||
        std::memcmp(text_ + at_, words, here.number) != 0) {
      return false;
    }
    at_ += here.number;
    return true;
  }

  /// The match has been here before, and failed.
  bool is_known() {
    const bool is_noting = failures_ > kPatience || memory_.count_ > kPatience;
    return is_noting && !memory_.enter(instruction_, at_);
  }
  [[nodiscard]] bool may_follow(ClassMask mask) const {
    return is_at_end() ? mask == kAllClasses : (mask >> kClassOfByte[next_byte()] & 1U) != 0;
  }
  [[nodiscard]] const CharacterSet& set_of(const Instruction& here) const {
    return programs_.sets_[here.target];
  }
  [[nodiscard]] bool is_at_end() const { return at_ >= size_; }
  [[nodiscard]] unsigned char next_byte() const { return static_cast<unsigned char>(text_[at_]); }
  [[nodiscard]] bool is_inside(std::uint32_t at) const {
    return is_continuation(static_cast<unsigned char>(text_[at]));
  }
  [[nodiscard]] std::uint32_t after_character(std::uint32_t at) const {
    do {
      ++at;
    } while (at < size_ && is_inside(at));
    return at;
  }
  [[nodiscard]] std::uint32_t before_character(std::uint32_t at) const {
    do {
      --at;
    } while (at > 0 && is_inside(at));
    return at;
  }

  const Programs& programs_;
  const Instruction* code_;
  const char* text_;
  std::uint32_t size_;
  MatchMemory& memory_;
  std::uint32_t start_ = 0;
  std::uint32_t instruction_ = 0;
  std::uint32_t at_ = 0;
  std::size_t failures_ = 0;
};

Programs::Programs(FlatReader& in)
    : starts_(in.values<std::uint32_t>()),
      firsts_(in.values<ClassMask>()),
      code_(in.values<Instruction>()),
      pool_(in.text()),
      sets_(in.values<CharacterSet>()),
      masks_(in.values<ClassMask>()),
      tables_(in.values<PickTable>()) {
  if (in.is_trusted()) return;
  // What follows the last instruction would be none.
  require(firsts_.size() == starts_.size());
  require(!code_.empty() && code_.back().op == Op::done);
  require(std::all_of(starts_.begin(), starts_.end(),
                      [&](std::uint32_t start) { return start == kNone || start < code_.size(); }));
  for (std::uint32_t i = 0; i < code_.size(); ++i) check(i);
}

void Programs::check(std::uint32_t index) const {
  const Instruction& here = code_[index];
  require(here.op <= Op::end);
  if (here.op == Op::text) {
    require(here.number > 0 && std::uint64_t{here.target} + here.number <= pool_.size());
  }
  if (here.op == Op::one || is_run(here.op)) require(here.target < sets_.size());
  if (here.op == Op::pick) {
    require(here.target < tables_.size());
    require(index + *std::ranges::max_element(tables_[here.target]) < code_.size());
  }
  if (here.op == Op::bound) require(here.target < masks_.size());
  if (is_run(here.op)) require(code_[index + 1].op == Op::bound);
  if (!leads_on(here.op)) return;
  require(here.target < code_.size());
  // What goes back comes to a choice, and notes where it has been.
  const Op op = code_[here.target].op;
  if (here.op == Op::jump) require(here.target > index || op == Op::split || op == Op::hop);
}

bool Programs::knows(std::uint32_t expression) const { return starts_[expression] != kNone; }

std::optional<std::size_t> Programs::match_at(std::uint32_t expression, std::string_view text,
                                              std::size_t at, MatchMemory& memory) const {
  return ProgramRun(*this, text, memory).run(starts_[expression], at, false);
}

std::optional<std::size_t> Programs::longest_at(std::uint32_t expression, std::string_view text,
                                                std::size_t at, MatchMemory& memory) const {
  const auto forget = [&] {
    memory.forget();
    memory.begin_tries();
  };
  forget();
  const auto end = ProgramRun(*this, text, memory).run(starts_[expression], at, true);
  forget();
  return end;
}

}  // namespace claimlint::lexicon
