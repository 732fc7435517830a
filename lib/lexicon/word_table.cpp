// SPDX-License-Identifier: Apache-2.0
#include "word_table.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <stdexcept>

#include "text/text.hpp"

namespace claimlint::lexicon {
namespace {

using text::kNone;

// FNV-1a. It is part of the binary form: the slots are by it.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  return hash ^ hash >> 15U;
}

// A slot holds the number of a word, and as much of its hash as tells most other words from it
// without a look at their letters.
constexpr std::uint32_t kNumber = (1U << 24U) - 1;

std::vector<std::uint32_t> slots_of(std::span<const std::string_view> words) {
  std::vector<std::uint32_t> slots(std::bit_ceil(words.size() * 3 / 2 + 1), kNone);
  const auto mask = static_cast<std::uint32_t>(slots.size() - 1);
  if (words.size() > kNumber) throw std::length_error("the lexicons have too many words");
  for (std::uint32_t number = 0; number < words.size(); ++number) {
    const std::uint32_t hash = hash_of(words[number]);
    std::uint32_t slot = hash & mask;
    while (slots[slot] != kNone) slot = (slot + 1) & mask;
    slots[slot] = (hash & ~kNumber) | number;
  }
  return slots;
}

}  // namespace

void StringList::write(std::span<const std::string_view> strings, FlatWriter& out) {
  std::vector<std::uint32_t> ends;
  ends.reserve(strings.size());
  std::string text;
  for (const std::string_view string : strings) {
    text += string;
    if (text.size() >= kNone) throw std::length_error("the lexicons are too large to compile");
    ends.push_back(static_cast<std::uint32_t>(text.size()));
  }
  out.add(ends);
  out.add(text);
}

StringList::StringList(FlatReader& in) : ends_(in.values<std::uint32_t>()), text_(in.text()) {
  if (in.is_trusted()) return;
  require(ends_.size() < kNone);
  require(std::is_sorted(ends_.begin(), ends_.end()));
  require((ends_.empty() ? 0 : ends_.back()) == text_.size());
}

std::vector<std::string> read_strings(FlatReader& in) {
  const StringList list(in);
  std::vector<std::string> strings;
  strings.reserve(list.size());
  for (std::uint32_t i = 0; i < list.size(); ++i) strings.emplace_back(list[i]);
  return strings;
}

void WordTable::write(std::span<const std::string_view> words, FlatWriter& out) {
  StringList::write(words, out);
  out.add(slots_of(words));
}

WordTable::WordTable(FlatReader& in) : words_(in), slots_(in.values<std::uint32_t>()) {
  if (in.is_trusted()) return;
  for (std::uint32_t i = 0; i < size(); ++i) require(!words_[i].empty());
  for (std::uint32_t i = 1; i < size(); ++i) require(words_[i - 1] < words_[i]);
  require(std::has_single_bit(slots_.size()) && slots_.size() > size() && size() <= kNumber);
  // A search ends at a free slot, so that there must be one.
  const auto in_table = [&](std::uint32_t slot) {
    return (slot & kNumber) < size() || slot == kNone;
  };
  require(std::all_of(slots_.begin(), slots_.end(), in_table));
  require(std::find(slots_.begin(), slots_.end(), kNone) != slots_.end());
}

std::uint32_t WordTable::find(std::string_view word) const {
  const auto mask = static_cast<std::uint32_t>(slots_.size() - 1);
  const std::uint32_t hash = hash_of(word);
  for (std::uint32_t at = hash & mask; slots_[at] != kNone; at = (at + 1) & mask) {
    const std::uint32_t number = slots_[at] & kNumber;
    if (((slots_[at] ^ hash) & ~kNumber) == 0 && words_[number] == word) return number;
  }
  return kNone;
}

std::uint32_t WordTable::lower_bound(std::string_view word) const {
  std::uint32_t first = 0;
  for (std::uint32_t count = size(); count > 0;) {
    const std::uint32_t half = count / 2;
    if (words_[first + half] < word) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

}  // namespace claimlint::lexicon
