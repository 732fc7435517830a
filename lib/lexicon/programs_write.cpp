// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <stdexcept>
#include <utility>

#include "branches.hpp"
#include "programs.hpp"
#include "text/text.hpp"

namespace claimlint::lexicon {
namespace {

using text::kNone;
using Kind = Syntax::Kind;
using Op = Instruction::Op;

/// Thrown where no program can be made of an expression.
struct NoProgram {};

/// Values, each kept once.
template <typename Value>
class Kept {
 public:
  std::uint32_t number(const Value& value) {
    const auto [entry, added] =
        numbers_.try_emplace(value, static_cast<std::uint32_t>(values_.size()));
    if (added) values_.push_back(value);
    return entry->second;
  }
  [[nodiscard]] const std::vector<Value>& values() const { return values_; }

 private:
  std::map<Value, std::uint32_t> numbers_;
  std::vector<Value> values_;
};

class Compiler {
 public:
  Compiler() { emit({.op = Op::nothing}); }

  void compile(const std::string& expression) {
    start_ = here();
    starts_.push_back(kNone);
    firsts_.push_back(kAllClasses);
    const std::optional<Syntax> syntax = parse_syntax(expression);
    if (!syntax || expression.empty()) return;
    try {
      add(*syntax, {kAllClasses, true});
      emit({.op = Op::done});
    } catch (const NoProgram&) {
      code_.resize(start_);
      return;
    }
    starts_.back() = start_;
    const First first = first_of(*syntax);
    if (!first.empty) firsts_.back() = first.mask;
  }

  void write(FlatWriter& out) {
    emit({.op = Op::done});
    out.add(starts_);
    out.add(firsts_);
    out.add(code_);
    out.add(pool_);
    out.add(sets_.values());
    out.add(masks_.values());
    out.add(tables_.values());
  }

 private:
  // More copies of what is repeated than this are left to RE2.
  static constexpr std::uint32_t kMaxCopies = 64;
  static constexpr std::uint32_t kMaxProgram = UINT16_MAX;

  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(code_.size()); }

  std::uint32_t emit(Instruction instruction) {
    code_.push_back(instruction);
    return here() - 1;
  }

  void aim(std::uint32_t instruction) { code_[instruction].target = here(); }

  void add(std::span<const Syntax> parts, First next) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      add(parts[i], first_of(parts.subspan(i + 1)).then(next));
    }
  }

  void add(const Syntax& syntax, First next) {
    switch (syntax.kind) {
      case Kind::sequence:
        return add(std::span(syntax.parts), next);
      case Kind::literals:
      case Kind::alternation: {
        Branches branches;
        add_branches(syntax, branches);
        return add_alternatives(branches, next);
      }
      case Kind::set:
        emit({.op = Op::one, .target = sets_.number(syntax.set)});
        return;
      case Kind::repetition:
        return add_repetition(syntax, next);
      case Kind::edge:
        emit({.op = Op::edge});
        return;
      case Kind::begin:
        emit({.op = Op::begin});
        return;
      case Kind::end:
        emit({.op = Op::end});
    }
  }

  void add(const Branch& branch, First next) {
    add_literal(branch.literal, first_of(branch.rest).then(next));
    add(branch.rest, next);
  }

  void add_literal(std::string_view literal, First next) {
    while (!literal.empty()) {
      const char symbol = literal.front();
      std::size_t size = 1;
      if (is_symbol(symbol)) {
        const First behind =
            size < literal.size() ? First{mask_of_symbol(literal[size]), false} : next;
        add_symbol(symbol, behind);
      } else {
        size = static_cast<std::size_t>(std::ranges::find_if(literal, is_symbol) - literal.begin());
        add_text(literal.substr(0, size));
      }
      literal.remove_prefix(size);
    }
  }

  void add_symbol(char symbol, First next) {
    const std::string text(1, symbol);
    const CharacterSet set =
        *as_set({{symbol == kBlankRun ? std::string_view("\x02") : std::string_view(text), {}}});
    if (symbol == kBlankRun) return add_run(set, 1, Syntax::kUnlimited, false, next);
    emit({.op = Op::one, .target = sets_.number(set)});
  }

  void add_text(std::string_view text) {
    if (text.size() == 1) {
      emit({.op = Op::byte, .byte = static_cast<std::uint8_t>(text.front())});
      return;
    }
    if (text.size() > UINT16_MAX) throw NoProgram();
    const auto [entry, added] =
        texts_.try_emplace(std::string(text), static_cast<std::uint32_t>(pool_.size()));
    if (added) pool_ += text;
    emit({.op = Op::text,
          .number = static_cast<std::uint16_t>(text.size()),
          .target = entry->second});
  }

  void add_run(const CharacterSet& set, std::uint32_t least, std::uint32_t most,
               bool shortest_first, First next) {
    if (least >= Programs::kUnlimited) throw NoProgram();
    if (most != Syntax::kUnlimited && most >= Programs::kUnlimited) throw NoProgram();
    const ClassMask follow = next.empty ? kAllClasses : next.mask;
    // Where none of the set can follow, a run that is cut short fails.
    const bool whole = most == Syntax::kUnlimited && (follow & mask_of_set(set)) == 0;
    const Op op = whole ? Op::all : shortest_first ? Op::fewest : Op::most;
    emit({.op = op,
          .number =
              most == Syntax::kUnlimited ? Programs::kUnlimited : static_cast<std::uint16_t>(most),
          .target = sets_.number(set)});
    emit({.op = Op::bound,
          .number = static_cast<std::uint16_t>(least),
          .target = masks_.number(follow)});
  }

  static std::optional<CharacterSet> one_character(const Syntax& syntax) {
    if (syntax.kind == Kind::set) return syntax.set;
    if (syntax.kind != Kind::literals) return std::nullopt;
    Branches branches;
    add_branches(syntax, branches);
    return as_set(branches);
  }

  void add_repetition(const Syntax& syntax, First next) {
    const Syntax& part = syntax.parts.front();
    const bool is_loop = syntax.most > 1;
    if (const auto set = one_character(part); set && is_loop) {
      return add_run(*set, syntax.least, syntax.most, syntax.shortest_first, next);
    }
    const First own = first_of(part);
    // Engines differ in what they make of repeating nothing.
    if (own.empty && is_loop) throw NoProgram();
    const First again{own.mask | next.mask, next.empty};
    if (syntax.least > kMaxCopies) throw NoProgram();
    for (std::uint32_t i = 0; i < syntax.least; ++i) add(part, syntax.most > 1 ? again : next);
    if (syntax.most == Syntax::kUnlimited) return add_loop(part, syntax.shortest_first, again);
    add_options(part, syntax.most - std::min(syntax.least, syntax.most), syntax.shortest_first,
                is_loop ? again : next);
  }

  void add_loop(const Syntax& part, bool shortest_first, First again) {
    const std::uint32_t choice = emit({.op = shortest_first ? Op::hop : Op::split});
    add(part, again);
    emit({.op = Op::jump, .target = choice});
    aim(choice);
  }

  /// Up to so many, one in the other.
  void add_options(const Syntax& part, std::uint32_t count, bool shortest_first, First next) {
    if (count > kMaxCopies) throw NoProgram();
    std::vector<std::uint32_t> choices;
    for (std::uint32_t i = 0; i < count; ++i) {
      choices.push_back(emit({.op = shortest_first ? Op::hop : Op::split}));
      add(part, next);
      if (here() > start_ + kMaxProgram) throw NoProgram();
    }
    for (const std::uint32_t choice : choices) aim(choice);
  }

  void add_alternatives(const Branches& branches, First next) {
    if (branches.size() == 1) return add(branches.front(), next);
    if (const auto set = as_set(branches)) {
      emit({.op = Op::one, .target = sets_.number(*set)});
      return;
    }
    if (const std::string_view head = common_head(branches); !head.empty()) {
      add_literal(head, first_of_tails(branches, head.size()).then(next));
      return add_alternatives(tails(branches, head.size()), next);
    }
    std::vector<std::uint32_t> ends;
    if (branches.size() < kMinPick) {
      std::vector<std::uint32_t> list(branches.size());
      std::iota(list.begin(), list.end(), 0U);
      SharedJumps shared;
      add_in_turn(branches, list, shared, next, ends);
    } else {
      add_pick(branches, next, ends);
    }
    for (const std::uint32_t end : ends) aim(end);
  }

  static Branches tails(const Branches& branches, std::size_t size) {
    Branches result;
    for (const Branch& branch : branches) {
      result.push_back({branch.literal.substr(size), branch.rest});
    }
    return result;
  }

  static First first_of_tails(const Branches& branches, std::size_t size) {
    First all;
    for (const Branch& branch : tails(branches, size)) {
      const First own = branch.first();
      all = {all.mask | own.mask, all.empty || own.empty};
    }
    return all;
  }

  /// Jumps to alternatives that are written once for all lists that hold them.
  using SharedJumps = std::map<std::uint32_t, std::vector<std::uint32_t>>;

  /// One alternative after the other, those that begin alike together. What is written last may
  /// run into what follows; jumps to there are added to `ends`.
  void add_in_turn(const Branches& branches, std::span<const std::uint32_t> list,
                   SharedJumps& shared, First next, std::vector<std::uint32_t>& ends) {
    while (!list.empty()) {
      Branches alike;
      for (const std::uint32_t i : list) {
        if (!alike.empty() && !begin_alike(alike.front(), branches[i])) break;
        alike.push_back(branches[i]);
      }
      const bool is_last = alike.size() == list.size();
      const std::uint32_t choice = is_last ? kNone : emit({.op = Op::split});
      if (const auto jumps = shared.find(list.front()); jumps != shared.end()) {
        jumps->second.push_back(emit({.op = Op::jump}));
      } else {
        add_alternatives(alike, next);
        ends.push_back(emit({.op = Op::jump}));
      }
      if (!is_last) aim(choice);
      list = list.subspan(alike.size());
    }
  }

  static bool begin_alike(const Branch& a, const Branch& b) {
    return !a.literal.empty() && !b.literal.empty() && a.literal.front() == b.literal.front();
  }

  /// Which alternatives can go on with each class, and at the end of the text.
  using Lists = std::array<std::vector<std::uint32_t>, kByteClasses + 1>;

  static Lists lists_of(const Branches& branches) {
    Lists lists;
    for (std::uint32_t i = 0; i < branches.size(); ++i) {
      const First first = branches[i].first();
      for (std::size_t byte_class = 0; byte_class < kByteClasses; ++byte_class) {
        const bool fits = first.empty || (first.mask >> byte_class & 1U) != 0;
        if (fits) lists[byte_class].push_back(i);
      }
      if (first.empty) lists.back().push_back(i);
    }
    return lists;
  }

  /// By the class of the next byte, those alternatives that it can begin.
  void add_pick(const Branches& branches, First next, std::vector<std::uint32_t>& ends) {
    const Lists lists = lists_of(branches);
    std::map<std::vector<std::uint32_t>, std::uint32_t> written;
    SharedJumps shared;
    for (const auto& list : lists) written.try_emplace(list, 0);
    for (std::uint32_t i = 0; i < branches.size(); ++i) {
      const auto holds = [i](const auto& list) { return std::ranges::count(list.first, i) > 0; };
      if (std::ranges::count_if(written, holds) > 1) shared[i] = {};
    }
    const std::uint32_t pick = emit({.op = Op::pick});
    for (auto& [list, start] : written) {
      if (list.empty()) continue;
      start = here();
      add_in_turn(branches, list, shared, next, ends);
    }
    for (const auto& [branch, jumps] : shared) {
      for (const std::uint32_t jump : jumps) aim(jump);
      add(branches[branch], next);
      ends.push_back(emit({.op = Op::jump}));
    }
    if (here() > start_ + kMaxProgram) throw NoProgram();
    PickTable table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (!lists[i].empty()) table[i] = static_cast<std::uint16_t>(written.at(lists[i]) - pick);
    }
    code_[pick].target = tables_.number(table);
  }

  static constexpr std::size_t kMinPick = 3;

  std::uint32_t start_ = 0;  ///< of the program that is being made
  std::vector<std::uint32_t> starts_;
  std::vector<ClassMask> firsts_;
  std::vector<Instruction> code_;
  std::string pool_;
  std::map<std::string, std::uint32_t> texts_;
  Kept<CharacterSet> sets_;
  Kept<ClassMask> masks_;
  Kept<PickTable> tables_;
};

}  // namespace

void Programs::write(const std::vector<std::string>& expressions, FlatWriter& out) {
  Compiler compiler;
  for (const std::string& expression : expressions) compiler.compile(expression);
  compiler.write(out);
}

}  // namespace claimlint::lexicon
