// SPDX-License-Identifier: Apache-2.0
#include "repair.hpp"

#include <algorithm>
#include <span>

namespace claimlint::tag {
namespace {

using lexicon::WordTraits;

// Shorter words of terms ("back", "neck") are glued too often to other words by right ("hunchback")
// or differ from too many words in one letter.
constexpr std::size_t kMinTerm = 4;
constexpr std::size_t kMinMisspelt = 6;
// Longer "words" are addresses and codes; the bound keeps the work per word small.
constexpr std::size_t kMaxWord = 40;
constexpr std::size_t kMinGlued = 4;
// Capitals are acronyms up to there.
constexpr std::size_t kMinCapitals = 9;
// Both parts of two words of which neither is a function word.
constexpr std::size_t kMinFirst = 5;
constexpr std::size_t kMinSecond = 4;
constexpr std::size_t kMinInflected = 3;
constexpr std::size_t kMinStem = 4;
constexpr std::size_t kMinRival = 3;
constexpr std::size_t kMaxAffix = 8;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letters(std::string_view word) { return std::ranges::all_of(word, is_letter); }

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

/// The one word of the list that `word` is a misspelling of.
std::string only_fit(const lexicon::WordTable& sorted, std::string_view word) {
  std::string fit;
  const std::string_view initial = word.substr(0, 1);
  for (std::uint32_t i = sorted.lower_bound(initial); i < sorted.size(); ++i) {
    const std::string_view meant = sorted[i];
    if (!meant.starts_with(initial)) break;
    if (meant.size() < kMinMisspelt || !is_one_letter_off(word, meant)) continue;
    // A word and its own plural are one fit, not two.
    if (!fit.empty() && fit + "s" != meant) return {};
    if (fit.empty()) fit = meant;
  }
  return fit;
}

Repair cut_at(std::size_t cut) { return {.cuts = {cut}, .mends = true, .respelt = {}}; }

}  // namespace

bool Repairer::is_term_word(std::string_view word) const {
  const auto has = [&](std::string_view w) {
    return lexicons_.concept_terms().has_word(w) || lexicons_.unit_terms().has_word(w);
  };
  if (has(word)) return true;
  return word.size() > kMinTerm && word.ends_with('s') && has(word.substr(0, word.size() - 1));
}

bool Repairer::is_unit(std::string_view word) const {
  return word.size() >= kMinTerm && lexicons_.unit_terms().has_word(word);
}

bool Repairer::is_base(std::string_view word) const {
  return lexicons_.word_traits(word).ordinary || is_term_word(word);
}

bool Repairer::is_inflected(std::string_view word, std::size_t min_stem) const {
  for (std::size_t size = 1; size <= kMaxAffix && size + min_stem <= word.size(); ++size) {
    const std::size_t stem = word.size() - size;
    if (lexicons_.word_traits(word.substr(stem)).suffix && is_base(word.substr(0, stem))) {
      return true;
    }
  }
  return false;
}

/// "nonsmoker"; but "inthe" is no word with "in" before it.
bool Repairer::is_derived(std::string_view word) const {
  for (std::size_t size = 2; size <= kMaxAffix && size + kMinTerm <= word.size(); ++size) {
    if (!lexicons_.word_traits(word.substr(0, size)).prefix) continue;
    const std::string_view rest = word.substr(size);
    const WordTraits traits = lexicons_.word_traits(rest);
    if (traits.opens == 0 && traits.closes == 0 &&
        (is_base(rest) || is_inflected(rest, kMinInflected))) {
      return true;
    }
  }
  return false;
}

bool Repairer::is_known(std::string_view word) const {
  return is_base(word) || is_inflected(word, kMinInflected) || is_derived(word);
}

bool Repairer::is_half(std::string_view word) const {
  const WordTraits traits = lexicons_.word_traits(word);
  if (traits.suffix) return false;
  return traits.common || traits.opens > 0 || traits.closes > 0 ||
         (word.size() >= kMinTerm && is_term_word(word));
}

/// "help", "reliev" and "skipp" of "helping", "relieving" and "skipping".
bool Repairer::is_stem(std::string_view stem) const {
  if (is_base(stem) || is_base(std::string(stem) + 'e')) return true;
  return stem.back() == stem[stem.size() - 2] && is_base(stem.substr(0, stem.size() - 1));
}

bool Repairer::ends_like_no_compound(std::string_view word) const {
  for (std::size_t size = 1; size <= kMaxAffix && size + kMinStem <= word.size(); ++size) {
    const std::size_t stem = word.size() - size;
    if (lexicons_.word_traits(word.substr(stem)).ending && is_stem(word.substr(0, stem))) {
      return true;
    }
  }
  return false;
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
  const WordTraits left = lexicons_.word_traits(first);
  const WordTraits right = lexicons_.word_traits(second);
  if (left.opens > 0 && (right.opens > 0 || right.closes > 0)) return Glue::certain;
  if (left.opens > 0 && second.size() >= left.opens &&
      (is_half(second) || (left.opens_capital && right.common))) {
    return Glue::certain;
  }
  if (right.closes > 0 && first.size() >= right.closes && is_half(first)) return Glue::certain;
  // "amillimeter", "degreeis": what is counted makes no word with "a" or "is".
  if ((left.opens > 0 && is_unit(second)) ||
      (right.opens > 0 && second.size() > 1 && is_unit(first))) {
    return Glue::certain;
  }
  if (std::min(first.size(), second.size()) < kMinTerm) return Glue::none;
  if (is_term(first, second)) return Glue::likely;
  const bool glued = first.size() >= kMinFirst && second.size() >= kMinSecond && is_half(first) &&
                     is_half(second) && ends_like_no_compound(first);
  return glued ? Glue::likely : Glue::none;
}

Repairer::Glue Repairer::glue(const WrittenWord& word, std::size_t cut) const {
  const std::string_view first = word.folded.substr(0, cut);
  const std::string_view second = word.folded.substr(cut);
  const Glue found = glue(first, second);
  if (word.shape == text::Shape::lower || found == Glue::none) return found;
  if (found == Glue::likely) return Glue::none;
  // "Portsmouth", "Mayfield": a capital makes a name likelier than two glued words.
  const WordTraits left = lexicons_.word_traits(first);
  const bool counts =
      left.opens > 0 && first.size() > 2 && second.size() >= kMinFirst && is_unit(second);
  const bool opens = counts || (left.opens_capital && second.size() >= kMinTerm);
  const bool closes = lexicons_.word_traits(second).closes_capital && left.opens == 0 &&
                      left.closes == 0 && first.size() >= kMinMisspelt;
  return opens || closes ? Glue::certain : Glue::none;
}

/// "areview" may be "are view" or "a review", "painscores" "pains cores" or "pain scores".
bool Repairer::rivals(std::string_view first, std::string_view second, Glue glued) const {
  const WordTraits left = lexicons_.word_traits(first);
  const WordTraits right = lexicons_.word_traits(second);
  if (glued == Glue::likely) {
    return std::min(first.size(), second.size()) >= kMinRival && is_base(first) && is_base(second);
  }
  return (left.opens > 0 && right.common) || (right.closes > 0 && left.common);
}

std::size_t Repairer::find_cut(const WrittenWord& word) const {
  for (const Glue wanted : {Glue::certain, Glue::likely}) {
    std::size_t cut = 0;
    std::size_t cuts = 0;
    for (std::size_t at = 1; at < word.folded.size(); ++at) {
      const bool found = glue(word, at) == wanted;
      if (found) cut = at;
      if (found || rivals(word.folded.substr(0, at), word.folded.substr(at), wanted)) ++cuts;
    }
    if (cut > 0) return cuts == 1 ? cut : 0;
  }
  return 0;
}

bool Repairer::is_clitic_cut(std::string_view word, std::size_t cut) const {
  const std::string_view second = word.substr(cut);
  const std::string_view first = word.substr(0, cut);
  return second.size() > 1 && lexicons_.word_traits(second).common && is_inflected(first, 1);
}

/// "body'sability": behind an apostrophe no word goes on for more than two letters.
Repair Repairer::open_clitic(std::string_view word) const {
  const std::size_t apostrophe = word.find('\'');
  const std::size_t last = std::min(apostrophe + 4, word.size());
  Repair found;
  for (std::size_t cut = apostrophe + 2; cut < last; ++cut) {
    if (is_clitic_cut(word, cut)) found.cuts.push_back(cut);
  }
  if (found.cuts.size() != 1) found.cuts.clear();
  return found;
}

/// "40mg", "12weeks", "500mgof".
Repair Repairer::open_number(const WrittenWord& written) const {
  const std::string_view word = written.folded;
  const auto after =
      std::ranges::find_if(word, [](char c) { return !is_digit(c) && c != ',' && c != '.'; });
  const auto digits = static_cast<std::size_t>(after - word.begin());
  if (digits == word.size()) return {};
  const std::string_view rest = word.substr(digits);
  if (lexicons_.unit_terms().has_word(rest)) {
    return {.cuts = {digits}, .mends = false, .respelt = {}};
  }
  // "4Life" is a brand.
  if (!is_letters(rest) || written.shape != text::Shape::lower) return {};
  if (rest.size() >= kMinTerm && is_half(rest)) return cut_at(digits);
  for (std::size_t cut = 1; cut + 1 < rest.size(); ++cut) {
    if (lexicons_.word_traits(rest.substr(cut)).closes > 0 &&
        lexicons_.unit_terms().has_word(rest.substr(0, cut))) {
      return {.cuts = {digits, digits + cut}, .mends = true, .respelt = {}};
    }
  }
  return {};
}

/// "headacheOur": with a capital behind small letters it is a brand ("iPhone", "easyJet"), unless
/// the capital begins a function word.
Repair Repairer::open_capital(const WrittenWord& word) const {
  if (word.inner_capital < kMinStem) return {};
  const std::string_view first = word.folded.substr(0, word.inner_capital);
  std::string_view second = word.folded.substr(word.inner_capital);
  second = second.substr(0, second.find('\''));
  return is_half(first) && lexicons_.word_traits(second).opens_capital ? cut_at(word.inner_capital)
                                                                       : Repair();
}

std::string Repairer::find_spelling(std::string_view word) const {
  if (word.size() + 1 < kMinMisspelt) return {};
  const lexicon::WordTable& words = lexicons_.concept_terms().words();
  std::string fit = only_fit(words, word);
  if (fit.empty() && word.ends_with('s')) {
    fit = only_fit(words, word.substr(0, word.size() - 1));
    if (!fit.empty()) fit += 's';
  }
  return fit;
}

Repair Repairer::decide(const WrittenWord& word) const {
  const std::string_view folded = word.folded;
  if (folded.size() < 2 || folded.size() > kMaxWord) return {};
  if (is_digit(folded.front())) return open_number(word);
  if (word.inner_capital > 0) return open_capital(word);
  if (word.shape == text::Shape::mixed || (word.shape != text::Shape::lower && !word.starts)) {
    return {};
  }
  if (std::ranges::count(folded, '\'') == 1) return open_clitic(folded);
  if (folded.size() < kMinGlued || !is_letters(folded) || is_known(folded)) return {};
  if (word.shape == text::Shape::upper && folded.size() < kMinCapitals) return {};
  if (const std::size_t cut = find_cut(word); cut != 0) return cut_at(cut);
  // Unknown words with a capital are names of people and places.
  if (word.shape != text::Shape::lower) return {};
  return {.cuts = {}, .mends = true, .respelt = find_spelling(folded)};
}

const Repair& Repairer::repair(const WrittenWord& word) {
  if (lexicons_.word_traits(word.folded).ordinary && word.inner_capital == 0) return nothing_;
  std::string key(word.folded);
  key += static_cast<char>('0' + static_cast<int>(word.shape));
  key += word.starts ? 's' : 'm';
  key += static_cast<char>(std::min(word.inner_capital, kMaxWord));
  const auto [entry, is_new] = answers_.try_emplace(std::move(key));
  if (is_new) entry->second = decide(word);
  return entry->second;
}

}  // namespace claimlint::tag
