// SPDX-License-Identifier: Apache-2.0
#include "html_characters.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace claimlint::input {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr char32_t kReplacementValue = 0xFFFD;
constexpr char32_t kTooLarge = 0x110000;

/// Numbers 0x80 to 0x9F mean what they mean in windows-1252; 0 keeps the number.
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t referred(char32_t number) {
  if (number == 0 || number >= kTooLarge || (number >= 0xD800 && number <= 0xDFFF)) {
    return kReplacementValue;
  }
  if (number < 0x80 || number > 0x9F || kWindows[number - 0x80] == 0) return number;
  return kWindows[number - 0x80];
}

/// The value of a digit of that base; the base itself where it is none.
char32_t digit_value(char c, char32_t base) {
  const char lower = lower_html(c);
  if (is_html_digit(c)) return static_cast<char32_t>(c - '0');
  if (base == 16 && lower >= 'a' && lower <= 'f') return static_cast<char32_t>(lower - 'a') + 10;
  return base;
}

bool resolves(CharacterMode mode) {
  return mode != CharacterMode::raw && mode != CharacterMode::cdata;
}

bool keeps_nul(CharacterMode mode) {
  return mode == CharacterMode::data || mode == CharacterMode::cdata;
}

}  // namespace

bool Characters::next(CharacterRun& run) {
  if (span_.empty()) return false;
  if (read_special(run)) return true;
  const std::size_t end = end_of_copy();
  run = {{span_.begin, end}, markup_.substr(span_.begin, end - span_.begin), true};
  span_.begin = end;
  return true;
}

/// Where a run of characters that stand for themselves ends; its first one does.
std::size_t Characters::end_of_copy() const {
  std::size_t end = span_.begin + 1;
  for (; end < span_.end; ++end) {
    const char c = markup_[end];
    if (c == '\r' || (c == '&' && resolves(mode_)) || (c == '\0' && !keeps_nul(mode_))) break;
  }
  return end;
}

bool Characters::read_special(CharacterRun& run) {
  const std::size_t begin = span_.begin;
  const char c = markup_[begin];
  std::size_t end = begin;
  if (c == '\r') {
    end = begin + 1;
    if (end < span_.end && markup_[end] == '\n') ++end;
    resolved_ = "\n";
  } else if (c == '\0' && !keeps_nul(mode_)) {
    end = begin + 1;
    resolved_ = kReplacement;
  } else if (c == '&' && resolves(mode_)) {
    const bool numeric = begin + 1 < span_.end && markup_[begin + 1] == '#';
    end = numeric ? read_numeric(begin + 2) : read_named(begin + 1);
  }
  if (end <= begin) return false;
  run = {{begin, end}, resolved_, false};
  span_.begin = end;
  return true;
}

/// Each of both gives the offset behind the reference, or 0 where there is none.
std::size_t Characters::read_numeric(std::size_t at) {
  const bool hex = at < span_.end && lower_html(markup_[at]) == 'x';
  const char32_t base = hex ? 16 : 10;
  if (hex) ++at;
  const std::size_t digits = at;
  char32_t number = 0;
  for (; at < span_.end; ++at) {
    const char32_t digit = digit_value(markup_[at], base);
    if (digit == base) break;
    number = std::min<char32_t>(number * base + digit, kTooLarge);
  }
  if (at == digits) return 0;
  resolved_.clear();
  text::append_utf8(resolved_, referred(number));
  return at < span_.end && markup_[at] == ';' ? at + 1 : at;
}

std::size_t Characters::read_named(std::size_t at) {
  const NamedReference* const found = find_named_reference(markup_.substr(at, span_.end - at));
  if (found == nullptr) return 0;
  const std::size_t end = at + found->name.size();
  // "?a=b&copy=c" in an address: an old name without its semicolon is no reference there.
  if (mode_ == CharacterMode::attribute && !found->name.ends_with(';') && end < span_.end &&
      (markup_[end] == '=' || is_html_letter(markup_[end]) || is_html_digit(markup_[end]))) {
    return 0;
  }
  resolved_ = found->text;
  return end;
}

std::string characters_of(std::string_view markup, Span span, CharacterMode mode) {
  std::string text;
  Characters characters(markup, span, mode);
  for (CharacterRun run; characters.next(run);) text += run.text;
  return text;
}

bool begins_with_lower(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char want, char c) { return want == lower_html(c); });
}

std::string to_lower_html(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), lower_html);
  return lower;
}

}  // namespace claimlint::input
