// SPDX-License-Identifier: Apache-2.0
#include "branches.hpp"

#include <algorithm>
#include <string>

namespace claimlint::lexicon {

using Kind = Syntax::Kind;

ClassMask mask_of_symbol(char symbol) {
  if (is_white_symbol(symbol)) return mask_of(' ');
  return symbol == kDigit ? mask_of('0') : mask_of(symbol);
}

ClassMask mask_of_set(const CharacterSet& set) {
  ClassMask mask = set.others != 0 ? ClassMask{1} << kRareClass : 0;
  for (unsigned char byte = 0; byte < 0x80; ++byte) {
    if (set.holds(byte)) mask |= mask_of(byte);
  }
  return mask;
}

First first_of(const Syntax& syntax) {
  First first;
  switch (syntax.kind) {
    case Kind::literals:
      for (const std::string& literal : syntax.literals) {
        first.mask |= mask_of_symbol(literal.front());
      }
      return first;
    case Kind::set:
      return {mask_of_set(syntax.set), false};
    case Kind::sequence:
      return first_of(std::span(syntax.parts));
    case Kind::alternation:
      for (const Syntax& part : syntax.parts) {
        const First own = first_of(part);
        first = {first.mask | own.mask, first.empty || own.empty};
      }
      return first;
    case Kind::repetition:
      first = first_of(syntax.parts.front());
      first.empty = first.empty || syntax.least == 0;
      return first;
    default:
      return {0, true};
  }
}

First first_of(std::span<const Syntax> parts) {
  First first{0, true};
  for (const Syntax& part : parts) first = first.then(first_of(part));
  return first;
}

First Branch::first() const {
  return literal.empty() ? first_of(rest) : First{mask_of_symbol(literal.front()), false};
}

void add_branches(const Syntax& part, Branches& branches) {
  const bool leads = part.kind == Kind::sequence && !part.parts.empty() &&
                     part.parts.front().kind == Kind::literals &&
                     part.parts.front().literals.size() == 1;
  if (part.kind == Kind::alternation) {
    for (const Syntax& each : part.parts) add_branches(each, branches);
  } else if (part.kind == Kind::literals) {
    for (const std::string& literal : part.literals) branches.push_back({literal, {}});
  } else if (leads) {
    branches.push_back({part.parts.front().literals.front(), std::span(part.parts).subspan(1)});
  } else {
    branches.push_back({{}, std::span(&part, 1)});
  }
}

std::string_view common_head(const Branches& branches) {
  std::string_view head = branches.front().literal;
  for (const Branch& branch : branches) {
    const auto [end, other] = std::ranges::mismatch(head, branch.literal);
    head = head.substr(0, static_cast<std::size_t>(end - head.begin()));
  }
  return head;
}

std::optional<CharacterSet> as_set(const Branches& branches) {
  CharacterSet set;
  for (const auto& [literal, rest] : branches) {
    if (literal.size() != 1 || !rest.empty()) return std::nullopt;
    const auto byte = static_cast<unsigned char>(literal.front());
    if (byte >= 0x80 || literal.front() == kBlankRun) return std::nullopt;
    for (unsigned char each = 0; each < 0x80; ++each) {
      const bool held = byte == kOneBlank ? is_white(each)
                        : byte == kDigit  ? is_digit(each)
                                          : each == byte;
      if (held) set.add(each);
    }
  }
  return set;
}

}  // namespace claimlint::lexicon
