// SPDX-License-Identifier: Apache-2.0
#include "inflect.hpp"

#include <algorithm>
#include <array>

namespace claimlint::lexicon {
namespace {

struct Ending {
  std::string_view from;
  std::string_view to;
};

// Latin and Greek plurals are tried on words of this length at least: "us" and "gum" are no Latin.
constexpr std::size_t kLatinLength = 5;

constexpr std::array<Ending, 10> kLatinPlurals{{{"is", "es"},
                                                {"us", "i"},
                                                {"um", "a"},
                                                {"a", "ae"},
                                                {"ma", "mata"},
                                                {"glion", "glia"},
                                                {"ex", "ices"},
                                                {"ix", "ices"},
                                                {"ax", "aces"},
                                                {"nx", "nges"}}};

constexpr std::array<Ending, 5> kIrregularPlurals{
    {{"foot", "feet"}, {"tooth", "teeth"}, {"child", "children"}, {"man", "men"}, {"lf", "lves"}}};

constexpr bool is_letter(char c) { return 'a' <= c && c <= 'z'; }

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string replace_end(std::string_view word, std::size_t cut, std::string_view end) {
  return std::string(word.substr(0, word.size() - cut)).append(end);
}

bool hisses(std::string_view word) {
  constexpr std::array<std::string_view, 5> kHisses{"s", "x", "z", "ch", "sh"};
  return std::any_of(kHisses.begin(), kHisses.end(),
                     [&](std::string_view end) { return word.ends_with(end); });
}

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string with_s(std::string_view word) {
  if (ends_in_consonant_y(word)) return replace_end(word, 1, "ies");
  return replace_end(word, 0, hisses(word) || word.ends_with("o") ? "es" : "s");
}

// "stop", "plan", "prefer": the last consonant may be doubled before -ed and -ing.
bool may_double(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 3 || !is_letter(word[n - 1]) || is_vowel(word[n - 1])) return false;
  return std::string_view("hwxy").find(word[n - 1]) == std::string_view::npos &&
         is_vowel(word[n - 2]) && !is_vowel(word[n - 3]);
}

std::size_t count_vowel_groups(std::string_view word) {
  std::size_t groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]))) ++groups;
  }
  return groups;
}

std::vector<std::string> forms_of_word(std::string_view verb) {
  const std::string word(verb);
  std::vector<std::string> forms{word, with_s(word)};
  if (word.ends_with("ie")) {
    forms.insert(forms.end(), {word + "d", replace_end(word, 2, "ying")});
  } else if (word.ends_with("e")) {
    const bool keeps_e = word.ends_with("ee") || word.ends_with("oe") || word.ends_with("ye");
    forms.insert(forms.end(), {word + "d", replace_end(word, keeps_e ? 0 : 1, "ing")});
  } else if (ends_in_consonant_y(word)) {
    forms.insert(forms.end(), {replace_end(word, 1, "ied"), word + "ing"});
  } else {
    const bool doubles = may_double(word);
    if (!doubles || count_vowel_groups(word) > 1) {
      forms.insert(forms.end(), {word + "ed", word + "ing"});
    }
    if (doubles) {
      forms.insert(forms.end(), {word + word.back() + "ed", word + word.back() + "ing"});
    }
  }
  return forms;
}

}  // namespace

std::vector<std::string> verb_forms(std::string_view verb) {
  const std::size_t end = std::min(verb.find(' '), verb.size());
  std::vector<std::string> forms = forms_of_word(verb.substr(0, end));
  for (std::string& form : forms) form.append(verb.substr(end));
  return forms;
}

std::vector<std::string> plurals(std::string_view noun) {
  if (noun.empty() || !is_letter(noun.back())) return {};
  std::vector<std::string> forms{with_s(noun)};
  if (noun.ends_with("o")) forms.push_back(replace_end(noun, 0, "s"));
  for (const auto& [from, to] : kIrregularPlurals) {
    if (noun.ends_with(from)) forms.push_back(replace_end(noun, from.size(), to));
  }
  if (noun.size() < kLatinLength) return forms;
  for (const auto& [from, to] : kLatinPlurals) {
    if (noun.ends_with(from)) forms.push_back(replace_end(noun, from.size(), to));
  }
  return forms;
}

std::vector<std::string> singulars(std::string_view noun) {
  if (noun.size() < 3 || !noun.ends_with("s")) return {};
  if (noun.ends_with("ss") || noun.ends_with("us") || noun.ends_with("is")) return {};
  std::vector<std::string> forms{replace_end(noun, 1, "")};
  if (noun.ends_with("ies")) forms.push_back(replace_end(noun, 3, "y"));
  if (noun.ends_with("es") && hisses(noun.substr(0, noun.size() - 2))) {
    forms.push_back(replace_end(noun, 2, ""));
  }
  return forms;
}

}  // namespace claimlint::lexicon
