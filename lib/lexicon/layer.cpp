// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

#include "parse.hpp"
#include "text/digest.hpp"

namespace claimlint::lexicon {
namespace {

template <typename Entry>
void replace_or_add(std::vector<Entry>& base, std::vector<Entry>&& over) {
  std::unordered_map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < base.size(); ++i) index.emplace(base[i].id, i);
  for (Entry& entry : over) {
    const auto [at, added] = index.try_emplace(entry.id, base.size());
    if (added) {
      base.push_back(std::move(entry));
    } else {
      base[at->second] = std::move(entry);
    }
  }
}

template <typename Entry>
void append(std::vector<Entry>& base, std::vector<Entry>&& over) {
  base.insert(base.end(), std::make_move_iterator(over.begin()),
              std::make_move_iterator(over.end()));
}

}  // namespace

Model layer(Model base, Model over) {
  replace_or_add(base.types, std::move(over.types));
  replace_or_add(base.rules, std::move(over.rules));
  replace_or_add(base.concepts, std::move(over.concepts));
  replace_or_add(base.cues, std::move(over.cues));
  replace_or_add(base.units, std::move(over.units));
  replace_or_add(base.provisions, std::move(over.provisions));
  replace_or_add(base.textbook, std::move(over.textbook));
  replace_or_add(base.accepted, std::move(over.accepted));
  replace_or_add(base.stricter, std::move(over.stricter));
  replace_or_add(base.findings, std::move(over.findings));
  append(base.evidence, std::move(over.evidence));
  append(base.abbreviations, std::move(over.abbreviations));
  append(base.words, std::move(over.words));
  std::sort(base.words.begin(), base.words.end());
  base.words.erase(std::unique(base.words.begin(), base.words.end()), base.words.end());
  append(base.marked_words, std::move(over.marked_words));
  if (over.scoring) base.scoring = over.scoring;
  if (over.learned) {
    base.learned = std::move(over.learned);
    base.features = std::move(over.features);
  }
  base.sha256 = text::sha256(base.sha256 + over.sha256);
  return base;
}

}  // namespace claimlint::lexicon
