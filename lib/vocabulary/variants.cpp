// SPDX-License-Identifier: Apache-2.0
#include "variants.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "lexicon/inflect.hpp"

namespace claimlint::vocabulary {
namespace {

struct Spelling {
  std::string_view british;
  std::string_view american;
};

// Parts of medical words that British and American English spell apart, long enough to stand in no
// other word.
constexpr std::array<Spelling, 24> kSpellings{
    {{"aemi", "emi"},           {"anaes", "anes"},    {"caec", "cec"},
     {"coeli", "celi"},         {"centre", "center"}, {"diarrhoea", "diarrhea"},
     {"faec", "fec"},           {"fibre", "fiber"},   {"foet", "fet"},
     {"gynaec", "gynec"},       {"haem", "hem"},      {"leukaem", "leukem"},
     {"oedem", "edem"},         {"oesoph", "esoph"},  {"oestr", "estr"},
     {"orthopaed", "orthoped"}, {"paed", "ped"},      {"palaeo", "paleo"},
     {"rrhoe", "rrhe"},         {"sulph", "sulf"},    {"tumour", "tumor"},
     {"colour", "color"},       {"odour", "odor"},    {"behaviour", "behavior"}}};

constexpr std::array<std::string_view, 13> kRoman{"",    "i",    "ii", "iii", "iv", "v",  "vi",
                                                  "vii", "viii", "ix", "x",   "xi", "xii"};
constexpr std::array<std::string_view, 4> kNumbered{"type", "stage", "grade", "group"};

// A name of more words turned round reads like nothing anyone writes.
constexpr std::size_t kMaxTurned = 3;
constexpr std::size_t kMinPlural = 5;

struct Ending {
  std::string_view noun;
  std::string_view adjective;
};

// Latin and Greek nouns and their adjectives. What such an ending makes of another noun is no word.
constexpr std::array<Ending, 19> kAdjectives{{{"a", "al"},
                                              {"a", "ic"},
                                              {"ary", "arian"},
                                              {"bryo", "bryonic"},
                                              {"cell", "cellular"},
                                              {"ery", "erial"},
                                              {"gland", "glandular"},
                                              {"ine", "inal"},
                                              {"is", "al"},
                                              {"is", "ic"},
                                              {"ix", "ical"},
                                              {"muscle", "muscular"},
                                              {"nx", "ngeal"},
                                              {"on", "al"},
                                              {"on", "onal"},
                                              {"plasm", "plasmic"},
                                              {"um", "al"},
                                              {"us", "al"},
                                              {"us", "ic"}}};

using Words = std::vector<std::string>;

Words split(const std::string& key) {
  std::istringstream stream(key);
  Words words;
  for (std::string word; stream >> word;) words.push_back(std::move(word));
  return words;
}

template <typename Iterator>
std::string joined(Iterator first, Iterator last) {
  std::string text;
  for (; first != last; ++first) text.append(text.empty() ? "" : " ").append(*first);
  return text;
}

std::string joined(const Words& words) { return joined(words.begin(), words.end()); }

bool is_at_word_begin(std::string_view word, std::size_t at) {
  return at == 0 || word[at - 1] == ' ';
}

std::string with_spelling(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

void add_spellings(const std::string& key, Words& found) {
  std::string american = key;
  for (const Spelling& spelling : kSpellings) {
    american = with_spelling(std::move(american), spelling.british, spelling.american);
  }
  found.push_back(american);
  // From American to British only where the letters cannot be of another word.
  std::string british = key;
  for (const Spelling& spelling : kSpellings) {
    if (spelling.american.size() < kMinPlural) continue;
    british = with_spelling(std::move(british), spelling.american, spelling.british);
  }
  for (const auto& [from, to] : std::to_array<std::pair<std::string_view, std::string_view>>(
           {{"hemo", "haemo"}, {"hema", "haema"}, {"emia", "aemia"}, {"edem", "oedem"}})) {
    if (british.find(to) != std::string::npos) continue;
    const std::size_t at = british.find(from);
    if (at == std::string::npos) continue;
    if (from == "emia" || is_at_word_begin(british, at)) british.replace(at, from.size(), to);
  }
  found.push_back(british);
}

// "cancer of breast": the order of the tissue and its disease is free, and so is the article.
void add_orders(const Words& words, Words& found) {
  const auto of = std::ranges::find(words, "of");
  if (of == words.end() || of == words.begin() || of + 1 == words.end()) return;
  if (std::find(of + 1, words.end(), "of") != words.end()) return;
  const bool has_article = *(of + 1) == "the";
  const auto site = of + (has_article ? 2 : 1);
  if (site == words.end()) return;
  const std::string head = joined(words.begin(), of);
  const std::string place = joined(site, words.end());
  found.push_back(head + (has_article ? " of " : " of the ") + place);
  const bool joins = std::find(site, words.end(), "and") != words.end();
  if (static_cast<std::size_t>(words.end() - site) + 1 <= kMaxTurned && !joins) {
    found.push_back(place + " " + head);
  }
}

// "type 2 diabetes", "diabetes type ii".
void add_numbers(const Words& words, Words& found) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (std::ranges::find(kNumbered, words[i]) == kNumbered.end()) continue;
    for (std::size_t number = 1; number < kRoman.size(); ++number) {
      Words other = words;
      if (words[i + 1] == kRoman[number]) other[i + 1] = std::to_string(number);
      if (words[i + 1] == std::to_string(number)) other[i + 1] = kRoman[number];
      if (other != words) found.push_back(joined(other));
    }
  }
}

void add_singular(const Words& words, Words& found) {
  const std::string& last = words.back();
  if (last.size() < kMinPlural || last.ends_with("as") || last.ends_with("os")) return;
  for (const std::string& singular : lexicon::singulars(last)) {
    Words other = words;
    other.back() = singular;
    found.push_back(joined(other));
  }
}

// Indexers write "breast neoplasms" for what everyone calls tumours and cancers of the breast.
void add_heads(const Words& words, Words& found) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != "neoplasm" && words[i] != "neoplasms") continue;
    const bool benign = std::ranges::find(words, "benign") != words.end();
    for (const std::string_view head : {"tumor", "cancer"}) {
      if (benign && head == "cancer") continue;
      Words other = words;
      other[i] = std::string(head) + (words[i].ends_with('s') ? "s" : "");
      found.push_back(joined(other));
    }
  }
}

/// Adds to `found` what `add` makes of each entry that is there.
void extend(Words& found, void (*add)(const Words& words, Words& found)) {
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) add(split(found[i]), found);
}

}  // namespace

std::vector<std::string> key_variants(const std::string& key) {
  Words found{key};
  if (key.empty()) return {};
  for (const auto add : {add_heads, add_orders, add_numbers, add_singular}) extend(found, add);
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) add_spellings(std::string(found[i]), found);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase(found, key);
  return found;
}

std::vector<std::string> adjectives(const std::string& noun) {
  std::vector<std::string> forms;
  if (noun.size() < kMinPlural || noun.find(' ') != std::string::npos) return forms;
  for (const auto& [end, adjective] : kAdjectives) {
    if (noun.ends_with(end)) {
      forms.push_back(noun.substr(0, noun.size() - end.size()).append(adjective));
    }
  }
  return forms;
}

}  // namespace claimlint::vocabulary
