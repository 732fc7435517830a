// SPDX-License-Identifier: Apache-2.0
#include "inline_items.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace claimlint::text {
namespace {

/// What stands before an item: "1", "a" or a bullet, and the sign that closes it.
struct ItemMarker {
  std::string_view label;
  std::string_view closer;  ///< ".", ")" or ".)"; empty: the label is a bullet
};

/// The marker at `at`, if there is one.
ItemMarker marker_at(const BlockView& block, std::size_t at) {
  constexpr std::size_t kDigits = 2;
  if (block.ends_at(at)) return {};
  if (is_bullet_at(block, at)) return {block.slice(at, block.after(at)), {}};
  std::size_t end = at;
  while (!block.ends_at(end) && end - at < kDigits && is_ascii_digit(block.at(end))) ++end;
  if (end == at && block.at(at) >= 'a' && block.at(at) <= 'z') ++end;
  std::size_t closed = end;
  if (!block.ends_at(closed) && block.at(closed) == '.') ++closed;
  if (!block.ends_at(closed) && block.at(closed) == ')') ++closed;
  if (end == at || closed == end || block.ends_at(closed) || block.at(closed) != ' ') return {};
  return {block.slice(at, end), block.slice(end, closed)};
}

/// The marker of the item that the block holds: its own, or the one that the reader left out.
ItemMarker first_marker(const BlockView& block, std::size_t begin) {
  constexpr std::size_t kLongest = 4;
  const std::size_t at = block.skip(kBlanks, begin);
  std::size_t before = at;
  while (before > 0 && block.at(before - 1) == ' ') --before;
  std::size_t first = before;
  while (first > 0 && before - first < kLongest && !is_one_of(kBlanks, block.at(first - 1)))
    --first;
  const bool on_the_line = before < at && (first == 0 || block.at(first - 1) == '\n');
  if (on_the_line && first < before) {
    const ItemMarker found = marker_at(block, first);
    if (!found.label.empty()) return found;
  }
  return marker_at(block, at);
}

std::string next_label(std::string_view label) {
  if (!is_ascii_digit(label.front())) return {static_cast<char>(label.front() + 1)};
  int number = 0;
  for (const char c : label) number = number * 10 + (c - '0');
  return std::to_string(number + 1);
}

/// The places of a sign that stands before a word.
std::vector<std::size_t> bullets(const BlockView& block, std::size_t from, std::string_view sign) {
  std::vector<std::size_t> places;
  const std::string_view text = block.slice(0, block.end());
  for (std::size_t at = text.find(sign, from); at != text.npos; at = text.find(sign, at + 1)) {
    const std::size_t item = block.skip(" ", at + sign.size());
    const bool has_item = !block.ends_at(item) && !is_bullet_at(block, item);
    if (has_item && is_one_of(kBlanks, text[at - 1]) && is_bullet_at(block, at)) {
      places.push_back(at);
    }
  }
  return places;
}

/// The places of "2)", "3)", ...
std::vector<std::size_t> numbers(const BlockView& block, std::size_t from,
                                 const ItemMarker& first) {
  std::vector<std::size_t> places;
  const std::string_view text = block.slice(0, block.end());
  std::string label = next_label(first.label);
  while (true) {
    const std::string wanted = " " + label + std::string(first.closer) + " ";
    const std::size_t at = text.find(wanted, from);
    if (at == text.npos) return places;
    places.push_back(at + 1);
    from = at + 1;
    label = next_label(label);
  }
}

}  // namespace

bool is_bullet_at(const BlockView& block, std::size_t at) {
  constexpr std::u32string_view kBullets = U"•‣▪▫◦●○■□◆◇⁃";
  // Letters and digits, which most blocks begin with, need no look at the clean text.
  const char c = block.at(at);
  if ((c >= 'a' && c <= 'z') || is_ascii_digit(c)) return false;
  return kBullets.find(block.clean_letter(at)) != kBullets.npos;
}

std::vector<std::size_t> inline_items(const BlockView& block, std::size_t begin) {
  const ItemMarker first = first_marker(block, begin);
  if (first.label.empty()) return {};
  const std::size_t from = block.skip(kBlanks, begin) + 1;
  if (block.ends_at(from)) return {};
  if (first.closer.empty()) return bullets(block, from, first.label);
  std::vector<std::size_t> places = numbers(block, from, first);
  // "1. Take 1 or 2. Then rest": a single number with a full stop is too weak a sign.
  if (first.closer == "." && places.size() < 2) places.clear();
  return places;
}

}  // namespace claimlint::text
