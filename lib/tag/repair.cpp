// SPDX-License-Identifier: Apache-2.0
#include "repair.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace claimlint::tag {
namespace {

// Shorter words of terms ("back", "neck") are glued too often to other words by right ("hunchback")
// or differ from too many words in one letter.
constexpr std::size_t kMinGluedTerm = 4;
// "in", "on" and the like make compounds ("onboarding"), "the" and "they" do not.
constexpr std::size_t kMinGluedFunctionWord = 3;
constexpr std::size_t kMinMisspelt = 6;
// Longer "words" are addresses and codes; the bound keeps the work per word small.
constexpr std::size_t kMaxWord = 40;

// Words that never make a compound with a noun, so that one glued to a name is an accident.
constexpr std::array kFunctionWords = std::to_array<std::string_view>(
    {"a",    "about", "after", "all",  "also", "an",   "and",   "any",  "are",   "as",    "at",
     "be",   "been",  "but",   "by",   "can",  "do",   "does",  "for",  "from",  "had",   "has",
     "have", "he",    "her",   "his",  "how",  "if",   "in",    "into", "is",    "it",    "its",
     "may",  "more",  "most",  "my",   "no",   "not",  "of",    "on",   "or",    "our",   "she",
     "so",   "some",  "such",  "than", "that", "the",  "their", "them", "then",  "there", "these",
     "they", "this",  "to",    "was",  "we",   "were", "what",  "when", "where", "which", "while",
     "who",  "why",   "will",  "with", "you",  "your", "one",   "two",  "three", "four",  "five",
     "six",  "seven", "eight", "nine", "ten"});

constexpr std::array kSuffixes =
    std::to_array<std::string_view>({"'s", "s", "es", "ed", "d", "ing", "ly", "er", "ness"});

bool is_letters(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_function_word(std::string_view word) {
  return std::ranges::find(kFunctionWords, word) != kFunctionWords.end();
}

bool is_inflected(std::string_view word) {
  return word.size() > 4 && (word.ends_with('s') || word.ends_with("ed") || word.ends_with("ing") ||
                             word.ends_with("ly"));
}

/// The tail of `longer` after one letter less equals the tail of `shorter`.
bool misses_one(std::string_view longer, std::string_view shorter) {
  const auto [in_longer, in_shorter] = std::ranges::mismatch(longer, shorter);
  return std::ranges::equal(in_longer + 1, longer.end(), in_shorter, shorter.end());
}

/// One letter too many, one too few, one wrong, or two neighbours exchanged.
bool is_one_letter_off(std::string_view word, std::string_view meant) {
  if (word.size() == meant.size() + 1) return misses_one(word, meant);
  if (word.size() + 1 == meant.size()) return misses_one(meant, word);
  if (word.size() != meant.size()) return false;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(word, meant).in1 - word.begin());
  if (at == word.size()) return false;
  if (word.substr(at + 1) == meant.substr(at + 1)) return true;
  return at + 1 < word.size() && word[at] == meant[at + 1] && word[at + 1] == meant[at] &&
         word.substr(at + 2) == meant.substr(at + 2);
}

/// The words of a sorted list that begin with a letter.
std::span<const std::string> with_initial(const std::vector<std::string>& sorted, char letter) {
  const auto first = std::ranges::lower_bound(sorted, std::string(1, letter));
  const auto last = std::find_if(first, sorted.end(),
                                 [&](const std::string& word) { return word.front() != letter; });
  return {first, last};
}

/// The one word of the list that `word` is a misspelling of.
std::string only_fit(const std::vector<std::string>& sorted, std::string_view word) {
  std::string fit;
  for (const std::string& meant : with_initial(sorted, word.front())) {
    if (meant.size() < kMinMisspelt || !is_one_letter_off(word, meant)) continue;
    // A word and its own plural are one fit, not two.
    if (!fit.empty() && fit + "s" != meant) return {};
    if (fit.empty()) fit = meant;
  }
  return fit;
}

}  // namespace

bool Repairer::is_term_word(std::string_view word) const {
  const auto has = [&](std::string_view w) {
    return lexicons_.concept_terms().has_word(w) || lexicons_.unit_terms().has_word(w);
  };
  if (has(word)) return true;
  return word.size() > kMinGluedTerm && word.ends_with('s') && has(word.substr(0, word.size() - 1));
}

bool Repairer::is_ordinary(std::string_view word) const {
  if (lexicons_.is_ordinary_word(word) || is_function_word(word)) return true;
  return std::ranges::any_of(kSuffixes, [&](std::string_view suffix) {
    return word.size() > suffix.size() + 2 && word.ends_with(suffix) &&
           lexicons_.is_ordinary_word(word.substr(0, word.size() - suffix.size()));
  });
}

bool Repairer::is_known(std::string_view word) const {
  return is_term_word(word) || is_ordinary(word);
}

bool Repairer::is_term(std::string_view first, std::string_view second) const {
  text::Document pair;
  pair.folded.text.append(first).append(" ").append(second);
  const auto middle = static_cast<std::uint32_t>(first.size());
  const auto end = static_cast<std::uint32_t>(pair.folded.text.size());
  pair.tokens = {{0, middle, text::Shape::lower, false},
                 {middle + 1, end, text::Shape::lower, true}};
  const auto hits = lexicons_.concept_terms().find(pair, {0, 2});
  return !hits.empty() && hits.front().tokens.size() == 2;
}

Repairer::Glue Repairer::glue(std::string_view first, std::string_view second) const {
  const bool first_named = first.size() >= kMinGluedTerm && is_term_word(first);
  const bool second_named = second.size() >= kMinGluedTerm && is_term_word(second);
  if (is_function_word(first) && first.size() >= kMinGluedFunctionWord &&
      second.size() >= kMinGluedTerm && is_ordinary(second)) {
    return Glue::certain;
  }
  if (!first_named && !second_named) return Glue::none;
  if ((second_named && is_function_word(first)) || (first_named && is_function_word(second))) {
    return Glue::certain;
  }
  if (is_term(first, second)) return Glue::likely;
  // "headachesrealizes" and "relievespain" cannot be compounds, "footbath" and "skincare" are.
  const bool glued = first_named ? first.ends_with('s') && is_ordinary(second)
                                 : is_inflected(first) && is_ordinary(first);
  return glued ? Glue::likely : Glue::none;
}

std::size_t Repairer::find_cut(std::string_view word, text::Shape shape) const {
  for (const Glue wanted : {Glue::certain, Glue::likely}) {
    // "Portsmouth": a capital makes a name likelier than two glued words.
    if (wanted == Glue::likely && shape == text::Shape::capital) return 0;
    std::size_t cut = 0;
    std::size_t cuts = 0;
    for (std::size_t at = 1; at < word.size(); ++at) {
      if (glue(word.substr(0, at), word.substr(at)) != wanted) continue;
      cut = at;
      ++cuts;
    }
    if (cuts > 0) return cuts == 1 ? cut : 0;
  }
  return 0;
}

std::string Repairer::find_spelling(std::string_view word) const {
  if (word.size() + 1 < kMinMisspelt) return {};
  const std::vector<std::string>& words = lexicons_.concept_terms().words();
  std::string fit = only_fit(words, word);
  if (fit.empty() && word.ends_with('s')) {
    fit = only_fit(words, word.substr(0, word.size() - 1));
    if (!fit.empty()) fit += 's';
  }
  return fit;
}

Repair Repairer::decide(std::string_view word, text::Shape shape, bool first_is_lower) const {
  if (word.size() < kMinGluedTerm + 1 || word.size() > kMaxWord || !is_letters(word)) return {};
  // A capital inside a word that begins with one is a brand ("BrainTap"), not an accident.
  if (shape == text::Shape::mixed && !first_is_lower) return {};
  if (is_known(word)) return {};
  if (const std::size_t cut = find_cut(word, shape); cut != 0) return {cut, {}};
  // Unknown words with a capital are names of people and places.
  if (shape != text::Shape::lower) return {};
  return {0, find_spelling(word)};
}

const Repair& Repairer::repair(std::string_view word, text::Shape shape, bool first_is_lower) {
  std::string key(word);
  key += static_cast<char>('0' + static_cast<int>(shape));
  key += first_is_lower ? 'l' : 'u';
  const auto [entry, is_new] = answers_.try_emplace(std::move(key));
  if (is_new) entry->second = decide(word, shape, first_is_lower);
  return entry->second;
}

}  // namespace claimlint::tag
