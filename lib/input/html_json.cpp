// SPDX-License-Identifier: Apache-2.0
#include "html_json.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "html_characters.hpp"
#include "text/utf8.hpp"

namespace claimlint::input {
namespace {

constexpr char32_t kReplacementValue = 0xFFFD;

// Properties of schema.org whose value is text for people.
constexpr std::string_view kTextKeys[] = {"abstract",     "alternativeHeadline",
                                          "articleBody",  "caption",
                                          "description",  "disambiguatingDescription",
                                          "followup",     "headline",
                                          "howPerformed", "indication",
                                          "name",         "outcome",
                                          "preparation",  "reviewBody",
                                          "slogan",       "text"};

/// Reads strings and the signs between them; what else there is in JSON does not matter here.
class TextFinder {
 public:
  TextFinder(std::string_view markup, Span script)
      : markup_(markup), at_(script.begin), end_(script.end) {}

  std::vector<Span> find() {
    for (; at_ < end_; ++at_) {
      const char c = markup_[at_];
      if (c == '"') {
        take_string();
      } else if (c == '{' || c == ',' || c == '}') {
        // In a list the key goes on to count: "text": ["One.", "Two."].
        if (c != ',' || lists_ == 0) is_text_ = false;
        if (c == '{') lists_ = 0;
      } else if (c == '[') {
        ++lists_;
      } else if (c == ']' && lists_ > 0) {
        --lists_;
      }
    }
    return std::move(texts_);
  }

 private:
  void take_string() {
    const std::size_t begin = at_ + 1;
    std::size_t close = begin;
    while (close < end_ && markup_[close] != '"') close += markup_[close] == '\\' ? 2 : 1;
    close = std::min(close, end_);
    at_ = close;
    std::size_t next = std::min(close + 1, end_);
    while (next < end_ && is_html_space(markup_[next])) ++next;
    if (next < end_ && markup_[next] == ':') {
      const std::string_view key = markup_.substr(begin, close - begin);
      is_text_ = std::find(std::begin(kTextKeys), std::end(kTextKeys), key) != std::end(kTextKeys);
    } else if (is_text_ && close > begin) {
      texts_.push_back({begin, close});
    }
  }

  std::string_view markup_;
  std::size_t at_;
  std::size_t end_;
  std::size_t lists_ = 0;
  bool is_text_ = false;
  std::vector<Span> texts_;
};

/// The four digits behind "\u"; null where there are none.
std::optional<char32_t> code_unit(std::string_view markup, std::size_t at, std::size_t end) {
  if (at + 6 > end || markup[at] != '\\' || markup[at + 1] != 'u') return std::nullopt;
  char32_t value = 0;
  for (const char c : markup.substr(at + 2, 4)) {
    const char lower = lower_html(c);
    if (is_html_digit(c)) {
      value = value * 16 + static_cast<char32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + static_cast<char32_t>(lower - 'a') + 10;
    } else {
      return std::nullopt;
    }
  }
  return value;
}

char32_t simple_escape(char c) {
  switch (c) {
    case 'b':
    case 'f':
    case 't':
      return ' ';
    case 'n':
    case 'r':
      return '\n';
    default:
      return 0;
  }
}

}  // namespace

std::vector<Span> find_json_texts(std::string_view markup, Span script) {
  return TextFinder(markup, script).find();
}

JsonCharacter read_json_character(std::string_view markup, std::size_t at, std::size_t end) {
  if (markup[at] != '\\' || at + 1 >= end) {
    const text::CodePoint point = text::code_point_at(markup, at);
    return {{at, std::min(point.end, end)}, point.value};
  }
  const auto first = code_unit(markup, at, end);
  if (!first) {
    const char32_t value = simple_escape(markup[at + 1]);
    const text::CodePoint point = text::code_point_at(markup, at + 1);
    return {{at, std::min(point.end, end)}, value != 0 ? value : point.value};
  }
  if (*first < 0xD800 || *first > 0xDFFF) return {{at, at + 6}, *first};
  const auto second = code_unit(markup, at + 6, end);
  if (*first > 0xDBFF || !second || *second < 0xDC00 || *second > 0xDFFF) {
    return {{at, at + 6}, kReplacementValue};
  }
  return {{at, at + 12}, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00)};
}

}  // namespace claimlint::input
