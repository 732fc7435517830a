// SPDX-License-Identifier: Apache-2.0
#include "line.hpp"

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"

namespace claimlint::input {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_blank(char32_t value) {
  return value == ' ' || (value >= '\t' && value <= '\r') || value == 0xA0 || value == 0x1680 ||
         (value >= 0x2000 && value <= 0x200D) || value == 0x202F || value == 0x205F ||
         value == 0x2060 || value == 0x3000 || value == 0xFEFF;
}

Span trim(std::string_view clean, Span span) {
  while (!span.empty()) {
    const text::CodePoint first = text::code_point_at(clean, span.begin);
    if (!is_blank(first.value)) break;
    span.begin = first.end;
  }
  while (!span.empty()) {
    const std::size_t last = text::code_point_before(clean, span.end);
    if (!is_blank(text::code_point_at(clean, last).value)) break;
    span.end = last;
  }
  return span;
}

/// The offset behind a line end at `offset`, or `offset` where there is none.
std::size_t line_end(std::string_view clean, std::size_t offset) {
  const std::string_view rest = clean.substr(offset);
  for (const std::string_view end :
       {"\r\n", "\n", "\r", "\f", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    if (rest.starts_with(end)) return offset + end.size();
  }
  return offset;
}

struct MarkerEnd {
  Marker marker = Marker::none;
  std::size_t end = 0;  ///< behind the marker
};

/// Signs and emoji that writers put before each line of a list, if not only there.
bool is_pictograph(char32_t value) {
  return (value >= 0x2190 && value <= 0x21FF) || (value >= 0x2600 && value <= 0x27BF) ||
         (value >= 0x2B00 && value <= 0x2BFF) || (value >= 0x1F300 && value <= 0x1FAFF);
}

MarkerEnd sign_marker(std::string_view line) {
  constexpr std::u32string_view kBullets = U"•·‣▪▫◦●○■□◆◇►▶➤➢✓✔✅☑✗✘✖❌❖∙⁃";
  constexpr std::u32string_view kDashes = U"-–—*+»~";
  constexpr std::u32string_view kNeverTouching = U"*+~";
  constexpr char32_t kEmojiStyle = 0xFE0F;
  const text::CodePoint first = text::code_point_at(line, 0);
  if (first.end == line.size()) return {};
  if (kBullets.find(first.value) != kBullets.npos) return {Marker::bullet, first.end};
  const text::CodePoint next = text::code_point_at(line, first.end);
  if (first.value == '>' && is_blank(next.value)) return {Marker::quote, first.end};
  const bool is_dash = kDashes.find(first.value) != kDashes.npos;
  if (is_dash && is_blank(next.value)) return {Marker::dash, first.end};
  // "-Walk-in hours", but neither "*Terms apply" nor "-5 kg", and "~Ann" is who wrote it.
  const bool may_touch = is_dash && kNeverTouching.find(first.value) == kNeverTouching.npos;
  if (may_touch && is_upper(line[first.end])) {
    return {Marker::dash, first.end};
  }
  if (!is_pictograph(first.value)) return {};
  const std::size_t end = next.value == kEmojiStyle ? next.end : first.end;
  const bool parted = end < line.size() && is_blank(text::code_point_at(line, end).value);
  return parted ? MarkerEnd{Marker::dash, end} : MarkerEnd{};
}

/// "3.", "3)", "(3)", "b)", "(b)", "b." or "iv."; and "o", which is what is left of a hollow
/// bullet.
MarkerEnd letter_marker(std::string_view line) {
  constexpr std::size_t kLongest = 3;
  const bool bracketed = line.starts_with('(');
  const std::size_t begin = bracketed ? 1 : 0;
  const auto run = [&](auto is_part) {
    const auto rest = line.substr(begin, kLongest + 1);
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_part);
    return static_cast<std::size_t>(end - rest.begin());
  };
  const std::size_t digits = run(is_digit);
  const std::size_t letters = run(is_lower);
  const std::size_t roman = run([](char c) { return c == 'i' || c == 'v' || c == 'x'; });
  const std::size_t size = std::max(digits, letters);
  const std::size_t end = begin + size;
  const auto blank_at = [&](std::size_t at) {
    return at < line.size() && is_blank(text::code_point_at(line, at).value);
  };
  if (line.starts_with("o ") || line.starts_with("o\t")) return {Marker::bullet, 1};
  if (size < 1 || size > kLongest || end >= line.size()) return {};
  // Before what stands behind it: any other sign here may be longer than a byte.
  const bool closed = line[end] == ')' || (line[end] == '.' && !bracketed);
  if (!closed || !blank_at(end + 1)) return {};
  if (bracketed && digits == kLongest) return {};  // "(555) 010-0144"
  if (letters > 1 && roman != letters) return {};
  return {Marker::number, end + 1};
}

Span read_marker(std::string_view clean, Line& line) {
  const std::string_view whole = clean.substr(line.whole.begin, line.whole.size());
  MarkerEnd found = sign_marker(whole);
  if (found.marker == Marker::none) found = letter_marker(whole);
  if (found.marker == Marker::none) return line.whole;
  line.marker = found.marker;
  return trim(clean, {line.whole.begin + found.end, line.whole.end});
}

/// The size of a sign at `at` that sites put between links; 0 where there is none.
std::size_t separator_at(std::string_view line, std::size_t at) {
  for (const std::string_view sign : {"|", "•", "·", "»", "›"}) {
    if (line.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

bool is_link_row(std::string_view line) {
  constexpr std::size_t kLinkWords = 4;
  constexpr std::size_t kTitleWords = 14;  // the last part of a trail is the page's title
  constexpr std::string_view kSignsBegin = "|\xC2\xE2";
  std::size_t separators = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = line.find_first_of(kSignsBegin, at)) < line.size();) {
    const std::size_t size = separator_at(line, at);
    if (size == 0) {
      ++at;
      continue;
    }
    if (count_words(line.substr(begin, at - begin), kLinkWords + 1) > kLinkWords) return false;
    ++separators;
    at += size;
    begin = at;
  }
  return separators >= 2 && count_words(line.substr(begin), kTitleWords + 1) <= kTitleWords &&
         !ends_sentence(line);
}

bool is_copyright(std::string_view line) {
  constexpr std::size_t kNoticeWords = 16;
  return line.find("©") != std::string_view::npos &&
         count_words(line, kNoticeWords + 1) <= kNoticeWords;
}

std::string_view without_closers(std::string_view line) {
  constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "”", "’", "»", "*"};
  // More of them is a rule drawn in the text, and looked at again for each line that joins it.
  constexpr int kMostClosers = 16;
  for (int i = 0; i < kMostClosers; ++i) {
    const auto* const closer =
        std::ranges::find_if(kClosers, [&](std::string_view each) { return line.ends_with(each); });
    if (closer == std::end(kClosers)) break;
    line.remove_suffix(closer->size());
  }
  return line;
}

}  // namespace

std::vector<Line> split_lines(std::string_view clean) {
  std::vector<Line> lines;
  bool after_gap = true;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= clean.size();) {
    at = std::min(clean.find_first_of("\r\n\f\xC2\xE2", at), clean.size());
    const std::size_t next = at < clean.size() ? line_end(clean, at) : at;
    if (next == at && at < clean.size()) {
      ++at;
      continue;
    }
    Line line;
    line.whole = trim(clean, {begin, at});
    line.indent = line.whole.begin - begin;
    line.after_gap = after_gap;
    after_gap = line.whole.empty();
    if (!after_gap) {
      line.text = read_marker(clean, line);
      lines.push_back(line);
    }
    if (at == clean.size()) break;
    begin = at = next;
  }
  return lines;
}

std::size_t count_words(std::string_view line, std::size_t limit) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < line.size() && words < limit;) {
    const text::CodePoint point = text::code_point_at(line, at);
    const bool blank = is_blank(point.value);
    if (!blank && !in_word) ++words;
    in_word = !blank;
    at = point.end;
  }
  return words;
}

bool ends_sentence(std::string_view line) {
  const std::string_view end = without_closers(line);
  return end.ends_with('.') || end.ends_with('!') || end.ends_with('?') || end.ends_with("…");
}

bool is_all_capitals(std::string_view line) {
  return std::count_if(line.begin(), line.end(), is_upper) >= 2 &&
         std::none_of(line.begin(), line.end(), is_lower);
}

bool begins_lower(std::string_view line) { return !line.empty() && is_lower(line.front()); }

bool has_letter(std::string_view line) {
  // Two-byte code points from À on: Latin, Greek, Cyrillic, ..., and no stars or arrows.
  return std::any_of(line.begin(), line.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_lower(c) || is_upper(c) || (byte >= 0xC3 && byte <= 0xDF);
  });
}

bool begins_quotation(std::string_view line) {
  return line.starts_with('"') || line.starts_with("“");
}

bool is_quotation(std::string_view line) {
  if (line.starts_with('"')) {
    return line.size() > 2 && line.ends_with('"') && std::count(line.begin(), line.end(), '"') == 2;
  }
  return line.starts_with("“") && line.find("”") == line.size() - std::string_view("”").size();
}

bool is_furniture(std::string_view line) { return is_link_row(line) || is_copyright(line); }

}  // namespace claimlint::input
