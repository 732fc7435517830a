// SPDX-License-Identifier: Apache-2.0
#include "sentence_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace claimlint::text {

bool is_address(std::string_view chunk) {
  return chunk.find('@') != std::string_view::npos || chunk.find("://") != std::string_view::npos ||
         chunk.find("www.") != std::string_view::npos;
}

bool is_emoji(char32_t value) {
  const bool points = (value >= 0x1F446 && value <= 0x1F449) || value == 0x1F51C;
  return (value >= 0x1F300 && value <= 0x1FAFF && !points) || value == U'❤' || value == U'♥' ||
         value == U'☺' || value == U'✨';
}

bool is_opener(std::string_view word) {
  constexpr std::array kOpeners = std::to_array<std::string_view>(
      {"how", "what", "why", "when", "where", "who",   "which", "is",    "are",
       "do",  "does", "did", "can",  "it",    "its",   "he",    "she",   "they",
       "we",  "you",  "i",   "this", "that",  "these", "those", "there", "the",
       "a",   "an",   "our", "my",   "your",  "their", "his",   "her",   "if"});
  return std::ranges::find(kOpeners, word) != kOpeners.end();
}

bool is_before_name(std::string_view word) {
  return word == "by" || word == "with" || word == "from";
}

bool is_before_hour(std::string_view word) {
  constexpr std::array kPrepositions = std::to_array<std::string_view>(
      {"at", "by", "from", "until", "before", "after", "around", "about", "since"});
  return std::ranges::find(kPrepositions, word) != kPrepositions.end();
}

bool is_roman(std::string_view word) {
  constexpr std::size_t kLongest = 4;
  return !word.empty() && word.size() <= kLongest && word.find_first_not_of("ivx") == word.npos;
}

bool is_dotted_letters(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((word[i] == '.') != (i % 2 == 1)) return false;
  }
  return word.size() >= 3 && word.size() % 2 == 1;
}

}  // namespace claimlint::text
