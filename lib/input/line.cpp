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

Span read_marker(std::string_view clean, Line& line) {
  constexpr std::u32string_view kBullets = U"•·‣▪▫◦●○■□◆◇►▶➤➢✓✔✅☑❖∙⁃";
  constexpr std::u32string_view kDashes = U"-–—*+";
  const text::CodePoint first = text::code_point_at(clean, line.whole.begin);
  const auto blank_at = [&](std::size_t at) {
    return at < line.whole.end && is_blank(text::code_point_at(clean, at).value);
  };
  if (kBullets.find(first.value) != std::u32string_view::npos && first.end < line.whole.end) {
    line.marker = Marker::bullet;
    return trim(clean, {first.end, line.whole.end});
  }
  if (kDashes.find(first.value) != std::u32string_view::npos && blank_at(first.end)) {
    line.marker = Marker::dash;
    return trim(clean, {first.end, line.whole.end});
  }
  std::size_t end = line.whole.begin;
  while (end < line.whole.end && is_digit(clean[end])) ++end;
  const std::size_t digits = end - line.whole.begin;
  const bool is_number = digits >= 1 && digits <= 3 && end < line.whole.end &&
                         (clean[end] == '.' || clean[end] == ')') && blank_at(end + 1);
  if (!is_number) return line.whole;
  line.marker = Marker::number;
  return trim(clean, {end + 1, line.whole.end});
}

/// A sign that sites put between links.
std::size_t separator_at(std::string_view line, std::size_t at) {
  for (const std::string_view sign : {"|", "•", "·", "»", "›"}) {
    if (line.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

bool is_link_row(std::string_view line) {
  constexpr std::size_t kLinkWords = 4;
  constexpr std::size_t kTitleWords = 14;  // the last part of a trail is the page's title
  std::size_t separators = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size();) {
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
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view closer : kClosers) {
      if (!line.ends_with(closer)) continue;
      line.remove_suffix(closer.size());
      found = true;
    }
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
