// SPDX-License-Identifier: Apache-2.0
#include "abbreviations.hpp"

#include <bit>
#include <cstdint>

namespace claimlint::text {
namespace {

/// FNV-1a.
std::size_t hash(std::string_view word) {
  std::uint64_t value = 0xCBF29CE484222325;
  for (const char c : word) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return value ^ value >> 32;
}

}  // namespace

Abbreviations::Abbreviations(std::span<const std::string> terms)
    : slots_(std::bit_ceil(2 * terms.size() + 1)) {
  constexpr std::string_view kBeforeNumber = " #";
  for (const std::string_view term : terms) {
    const bool needs_number = term.ends_with(kBeforeNumber);
    const std::string_view word =
        needs_number ? term.substr(0, term.size() - kBeforeNumber.size()) : term;
    Slot& slot = slots_[place_of(word)];
    slot.word = word;
    (needs_number ? slot.before_number : slot.always) = true;
  }
}

bool Abbreviations::contains(std::string_view word, bool before_number) const {
  const Slot& slot = slots_[place_of(word)];
  return slot.always || (before_number && slot.before_number);
}

std::size_t Abbreviations::place_of(std::string_view word) const {
  const std::size_t last = slots_.size() - 1;
  std::size_t at = hash(word) & last;
  while (slots_[at].is_used() && slots_[at].word != word) at = (at + 1) & last;
  return at;
}

}  // namespace claimlint::text
