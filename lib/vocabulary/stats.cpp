// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>
#include <utility>

#include "claimlint/vocabulary.hpp"
#include "lexicon/compiled.hpp"
#include "lexicon/inflect.hpp"
#include "lexicon_access.hpp"
#include "variants.hpp"

namespace claimlint {
namespace {

using lexicon::Concept;

std::string kind_of(const Concept& entry) { return entry.id.substr(0, entry.id.find('.')); }

/// Calls `each` with the folded words of every name of a concept, each once.
template <typename Each>
void for_each_key(const Concept& entry, Each each) {
  std::set<std::string> keys;
  for (const auto* list : {&entry.terms, &entry.upper}) {
    for (const std::string& term : *list) {
      // "AIDS" is no "aids": what counts only in capitals is no other word's double.
      const std::string mark = list == &entry.upper ? "^" : "";
      keys.insert(mark + vocabulary::key_of(term));
    }
  }
  for (const std::string& key : keys) each(key);
}

std::string shown(const std::string& key) {
  return key.starts_with('^') ? key.substr(1) + " (in capitals)" : key;
}

std::vector<KindSize> sizes_of(const std::vector<Concept>& concepts) {
  std::map<std::string, KindSize> sizes;
  for (const Concept& entry : concepts) {
    KindSize& size = sizes[kind_of(entry)];
    size.kind = kind_of(entry);
    ++size.concepts;
    size.terms += entry.terms.size() + entry.upper.size();
  }
  std::vector<KindSize> list;
  list.reserve(sizes.size());
  for (auto& [kind, size] : sizes) list.push_back(std::move(size));
  return list;
}

using Owners = std::unordered_map<std::string, std::vector<const Concept*>>;

Owners owners_of(const std::vector<Concept>& concepts) {
  Owners owners;
  for (const Concept& entry : concepts) {
    for_each_key(entry, [&](const std::string& key) { owners[key].push_back(&entry); });
  }
  return owners;
}

void add_shared(const Owners& owners, LexiconStats& stats) {
  for (const auto& [key, entries] : owners) {
    if (entries.size() < 2) continue;
    SharedTerm term{shown(key), {}};
    bool one_kind = true;
    for (const Concept* entry : entries) {
      term.concepts.push_back(entry->id);
      one_kind = one_kind && kind_of(*entry) == kind_of(*entries.front());
    }
    std::ranges::sort(term.concepts);
    (one_kind ? stats.within_kind : stats.between_kinds).push_back(std::move(term));
  }
  std::ranges::sort(stats.within_kind, {}, &SharedTerm::term);
  std::ranges::sort(stats.between_kinds, {}, &SharedTerm::term);
}

/// Whether one of `mentions` is the term, or its plural.
bool is_mentioned(const std::string& key, const std::set<std::string>& mentions) {
  const std::string plain = key.starts_with('^') ? key.substr(1) : key;
  if (mentions.contains(plain)) return true;
  const std::size_t last = plain.rfind(' ') + 1;
  return std::ranges::any_of(lexicon::plurals(plain.substr(last)), [&](const std::string& plural) {
    return mentions.contains(plain.substr(0, last) + plural);
  });
}

void add_silent(const lexicon::Compiled& compiled, const lexicon::Model& model,
                const LexiconUse& use, LexiconStats& stats) {
  stats.documents = use.documents();
  for (const RuleInfo& rule : compiled.descriptions().rules) {
    if (!use.has_rule(rule.id)) stats.silent_rules.push_back(rule.id);
  }
  for (const Concept& entry : model.concepts) {
    if (kind_of(entry) == "ordinary") continue;  // they are found and dropped: no report names them
    if (!use.has_concept(entry.id)) {
      stats.silent_concepts.push_back(entry.id);
      continue;
    }
    for_each_key(entry, [&](const std::string& key) {
      if (!is_mentioned(key, use.mentioned_as(entry.id))) {
        stats.silent_terms.push_back({shown(key), {entry.id}});
      }
    });
  }
  std::ranges::sort(stats.silent_concepts);
}

void add_costly(const lexicon::Compiled& compiled, const LexiconUse& use, LexiconStats& stats) {
  for (const auto& [word, walks] : use.walks()) {
    stats.walks += walks;
    if (walks.in_vain > 0) stats.costly_words.push_back({word, walks, 0, {}, {}});
  }
  // The map has them by word, and words of one cost stay so.
  std::ranges::stable_sort(stats.costly_words, std::ranges::greater(),
                           [](const CostlyWord& word) { return word.walks.in_vain; });
  if (stats.costly_words.size() > kCostlyWords) stats.costly_words.resize(kCostlyWords);
  for (CostlyWord& word : stats.costly_words) {
    const lexicon::Terms::Family family = compiled.concept_terms().family(word.word);
    word.terms = family.names;
    word.example = family.example;
    if (family.names > 0) word.concept_id = compiled.concepts()[family.entry].id;
  }
}

}  // namespace

LexiconStats lexicon_stats(const Lexicons& lexicons, const LexiconUse* use) {
  const lexicon::Compiled& compiled = compiled_of(lexicons);
  const lexicon::Model model = compiled.to_model();
  LexiconStats stats;
  stats.kinds = sizes_of(model.concepts);
  stats.rules = model.rules.size();
  stats.cues = model.cues.size();
  stats.words = model.words.size();
  add_shared(owners_of(model.concepts), stats);
  if (use == nullptr) return stats;
  add_silent(compiled, model, *use, stats);
  add_costly(compiled, *use, stats);
  return stats;
}

}  // namespace claimlint
