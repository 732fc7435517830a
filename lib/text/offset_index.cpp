// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "claimlint/offsets.hpp"

namespace claimlint {
namespace {

// Counting from the line's begin would be quadratic where a whole document is one line.
constexpr std::size_t kStride = 64;

bool is_inside_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Only characters of four bytes are two units of UTF-16.
bool begins_pair(char byte) { return static_cast<unsigned char>(byte) >= 0xF0U; }

}  // namespace

OffsetIndex::OffsetIndex(std::string_view utf8) : utf8_(utf8), marks_{{}}, line_begins_{0} {
  Mark mark;
  while (mark.byte < utf8_.size()) {
    const bool ends_line =
        utf8_[mark.byte] == '\n' ||
        (utf8_[mark.byte] == '\r' && !utf8_.substr(mark.byte).starts_with("\r\n"));
    mark = next(mark);
    if (ends_line) line_begins_.push_back(mark.byte);
    if (mark.byte - marks_.back().byte >= kStride) marks_.push_back(mark);
  }
}

OffsetIndex::Mark OffsetIndex::next(Mark mark) const {
  mark.utf16 += begins_pair(utf8_[mark.byte]) ? 2 : 1;
  ++mark.code_point;
  do {
    ++mark.byte;
  } while (mark.byte < utf8_.size() && is_inside_character(utf8_[mark.byte]));
  return mark;
}

/// The last character that does not begin behind `value`.
OffsetIndex::Mark OffsetIndex::mark_at(std::size_t Mark::*unit, std::size_t value) const {
  const auto after = std::upper_bound(
      marks_.begin(), marks_.end(), value,
      [unit](std::size_t wanted, const Mark& mark) { return wanted < mark.*unit; });
  Mark mark = *std::prev(after);
  while (mark.byte < utf8_.size()) {
    const Mark following = next(mark);
    if (following.*unit > value) break;
    mark = following;
  }
  return mark;
}

TextPosition OffsetIndex::position(Mark mark) const {
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), mark.byte);
  const Mark begin = mark_at(&Mark::byte, *std::prev(after));
  return {.byte = mark.byte,
          .code_point = mark.code_point,
          .utf16 = mark.utf16,
          .line = static_cast<std::size_t>(after - line_begins_.begin()),
          .column = mark.code_point - begin.code_point + 1};
}

TextPosition OffsetIndex::at_byte(std::size_t byte) const {
  return position(mark_at(&Mark::byte, byte));
}

TextPosition OffsetIndex::at_code_point(std::size_t code_point) const {
  return position(mark_at(&Mark::code_point, code_point));
}

TextPosition OffsetIndex::at_utf16(std::size_t utf16) const {
  return position(mark_at(&Mark::utf16, utf16));
}

TextPosition OffsetIndex::at_line(std::size_t line, std::size_t column) const {
  if (line > line_begins_.size()) return at_byte(utf8_.size());
  const std::size_t index = std::max<std::size_t>(line, 1) - 1;
  const Mark begin = mark_at(&Mark::byte, line_begins_[index]);
  const TextPosition found = at_code_point(begin.code_point + std::max<std::size_t>(column, 1) - 1);
  if (found.line == index + 1) return found;
  // Behind the line: its end, before what ends it.
  const std::string_view whole = utf8_.substr(begin.byte, line_begins_[index + 1] - begin.byte);
  return at_byte(begin.byte + std::min(whole.find_first_of("\r\n"), whole.size()));
}

}  // namespace claimlint
