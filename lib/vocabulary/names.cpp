// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <algorithm>
#include <array>

#include "text/text.hpp"
#include "variants.hpp"

namespace claimlint::vocabulary {
namespace {

// Two letters stand for too many things, and a single word in capitals this short is an
// abbreviation rather than a heading's word.
constexpr std::size_t kMinLetters = 3;
constexpr std::size_t kMaxAbbreviation = 5;
// "Carcinoma, Non-Small-Cell, Lung"; with more commas a name is a list.
constexpr std::size_t kMaxInverted = 3;

// What classifications put behind a name and no text does.
constexpr std::array<std::string_view, 6> kTails{
    ", nos", " nos", ", unspecified", ", not otherwise specified", " [ambiguous]", " unspecified"};
// What follows such a comma goes on with the name: "deafness, and", "disease, type 2".
constexpr std::array<std::string_view, 9> kContinues{
    "and ", "or ", "with ", "without ", "due ", "type ", "stage ", "grade ", "group "};

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool ends_with_ignoring_case(std::string_view text, std::string_view lower_end) {
  return text.size() >= lower_end.size() &&
         std::ranges::equal(text.substr(text.size() - lower_end.size()), lower_end, {}, lower);
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_begin) {
  return text.size() >= lower_begin.size() &&
         std::ranges::equal(text.substr(0, lower_begin.size()), lower_begin, {}, lower);
}

std::string single_blanks(std::string_view text) {
  std::string plain;
  for (const char c : trim(text)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) plain += c;
    if (blank && plain.back() != ' ') plain += ' ';
  }
  return plain;
}

/// "Asthma (disorder)" without what is in brackets at its end.
std::string_view without_bracket(std::string_view name) {
  if (!name.ends_with(')') && !name.ends_with(']')) return name;
  const std::size_t open = name.rfind(name.back() == ')' ? " (" : " [");
  return open == std::string_view::npos || open == 0 ? name : trim(name.substr(0, open));
}

std::string_view without_tail(std::string_view name) {
  for (const std::string_view tail : kTails) {
    if (ends_with_ignoring_case(name, tail)) return trim(name.substr(0, name.size() - tail.size()));
  }
  return name;
}

std::vector<std::string_view> parts_by_comma(std::string_view name) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t comma = name.find(", ");
    parts.push_back(trim(name.substr(0, comma)));
    if (comma == std::string_view::npos) return parts;
    name.remove_prefix(comma + 2);
  }
}

/// "Carcinoma, Squamous Cell" as "Squamous Cell Carcinoma"; a name without inversion as it is.
std::string turned(std::string_view name) {
  const std::vector<std::string_view> parts = parts_by_comma(name);
  if (parts.size() == 1 || parts.size() > kMaxInverted) return std::string(name);
  const bool is_list = std::ranges::any_of(parts, [](std::string_view part) {
    return part.find(" and ") != std::string_view::npos ||
           part.find(" or ") != std::string_view::npos;
  });
  const bool continues = std::ranges::any_of(kContinues, [&](std::string_view begin) {
    return starts_with_ignoring_case(parts.back(), begin);
  });
  if (parts.size() == 2 && continues) return std::string(parts[0]).append(" ").append(parts[1]);
  if (is_list || continues) return std::string(name);
  std::string straight;
  for (std::size_t i = parts.size(); i-- > 0;) {
    straight.append(straight.empty() ? "" : " ").append(parts[i]);
  }
  return straight;
}

bool is_abbreviation(std::string_view name) {
  const auto is_capital = [](char c) { return 'A' <= c && c <= 'Z'; };
  const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
  return name.size() <= kMaxAbbreviation &&
         std::ranges::all_of(name, [&](char c) { return is_capital(c) || is_digit(c); }) &&
         std::ranges::any_of(name, is_capital);
}

bool is_number(std::string_view key) {
  return key.find_first_not_of("0123456789 .,%") == std::string_view::npos;
}

std::size_t count_words(std::string_view key) {
  return static_cast<std::size_t>(std::ranges::count(key, ' ')) + 1;
}

}  // namespace

std::string key_of(std::string_view term) {
  const text::Folded folded = text::fold(term);
  std::string key;
  for (const text::Token& token : text::split_tokens(folded, term)) {
    if (!key.empty()) key += ' ';
    key.append(folded.text, token.begin, token.end - token.begin);
  }
  return key;
}

bool has_words(std::string_view text) { return !key_of(text).empty(); }

std::string NameFilter::cleaned(const std::string& name) {
  const std::string plain = single_blanks(name);
  const std::string_view bare = without_bracket(without_tail(plain));
  if (bare.size() < plain.size()) changed_.add("taken off: brackets and NOS at the end", plain);
  std::string straight = turned(bare);
  if (straight != bare) changed_.add("turned round at its comma", std::string(bare));
  return straight;
}

std::optional<std::string_view> NameFilter::reason_against(const Term& term,
                                                           std::string_view entry_name) const {
  if (term.key.empty()) return "nothing is left of it";
  if (is_number(term.key)) return "a number";
  if (term.key.size() < kMinLetters) return "shorter than three letters";
  if (count_words(term.key) > options_.max_words) return "longer than any name in running text";
  if (count_words(term.key) > 1) return std::nullopt;
  const lexicon::WordTraits word = lexicons_.word_traits(term.key);
  if (word.opens > 0 || word.closes > 0) return "a function word";
  if (word.common && term.upper) return "a common word in capitals";
  // "skin" is the head of "skin of body"; "death" is not that of "death stage".
  const std::string own = key_of(entry_name);
  if (word.common && own != term.key && !own.starts_with(term.key + " of ")) {
    return "a common word as a synonym";
  }
  return std::nullopt;
}

std::optional<Term> NameFilter::accept(const std::string& name, const std::string& entry_name) {
  Term term;
  term.text = cleaned(name);
  term.key = key_of(term.text);
  term.upper = is_abbreviation(term.text);
  if (const auto reason = reason_against(term, entry_name)) {
    skipped_.add(*reason, name);
    return std::nullopt;
  }
  if (name == entry_name && !term.upper && lexicons_.word_traits(term.key).common) {
    changed_.add("kept, though a common word", term.text);
  }
  return term;
}

std::vector<Term> NameFilter::variants(const Term& term) const {
  std::vector<Term> terms;
  if (term.upper) return terms;
  std::vector<std::string> keys = key_variants(term.key);
  if (options_.adjectives) {
    for (std::string& adjective : adjectives(term.key)) {
      // "digital" and "manual" are about neither fingers nor hands.
      if (!lexicons_.word_traits(adjective).common) keys.push_back(std::move(adjective));
    }
  }
  for (std::string& key : keys) {
    std::string text = key;
    terms.push_back({std::move(text), std::move(key), false});
  }
  return terms;
}

}  // namespace claimlint::vocabulary
