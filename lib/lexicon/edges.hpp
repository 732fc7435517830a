// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace claimlint::lexicon {

constexpr bool is_lower_or_digit(char c) {
  return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
}

constexpr bool is_word(char c) {
  return is_lower_or_digit(c) || ('A' <= c && c <= 'Z') || c == '_';
}

/// A letter or digit meets something else there, or there is none on that side: RE2's `\b`.
constexpr bool is_word_edge(std::string_view text, std::size_t at) {
  const bool before = at > 0 && is_word(text[at - 1]);
  const bool after = at < text.size() && is_word(text[at]);
  return before != after;
}

/// Whether an expression may begin or end at an offset of a text as ASCII tells.
constexpr bool may_begin(std::string_view text, std::size_t at) {
  return at == 0 || !is_lower_or_digit(text[at - 1]) || is_word_edge(text, at);
}
constexpr bool may_end(std::string_view text, std::size_t at) {
  return at == text.size() || !is_lower_or_digit(text[at]) || is_word_edge(text, at);
}

}  // namespace claimlint::lexicon
