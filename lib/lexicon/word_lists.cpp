// SPDX-License-Identifier: Apache-2.0
#include "word_lists.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <stdexcept>

#include "archive.hpp"
#include "text/text.hpp"

namespace claimlint::lexicon {

template <typename Archive>
void fields(Archive& a, typename Archive::template Value<WordTraits>& v) {
  for (auto* flag : {&v.ordinary, &v.common, &v.prefix, &v.suffix, &v.ending, &v.opens_capital,
                     &v.closes_capital}) {
    a(*flag);
  }
  a(v.opens);
  a(v.closes);
}

namespace {

void mark(WordTraits& traits, const MarkedWord& word) {
  switch (word.kind) {
    case WordKind::ordinary:
      break;
    case WordKind::common:
      traits.common = true;
      break;
    case WordKind::opening:
      traits.opens = word.beside;
      traits.opens_capital = word.capital;
      break;
    case WordKind::closing:
      traits.closes = word.beside;
      traits.closes_capital = word.capital;
      break;
    case WordKind::prefix:
      traits.prefix = true;
      break;
    case WordKind::suffix:
      traits.suffix = true;
      break;
    case WordKind::ending:
      traits.ending = true;
      break;
  }
}

std::map<std::string_view, WordTraits> describe_words(const Model& model) {
  std::map<std::string_view, WordTraits> words;
  for (const std::string& word : model.words) words[word].ordinary = true;
  for (const MarkedWord& word : model.marked_words) mark(words[word.text], word);
  return words;
}

/// Numbers the traits that words have, each once.
std::map<WordTraits, std::uint16_t> number_traits(
    const std::map<std::string_view, WordTraits>& words) {
  std::map<WordTraits, std::uint16_t> kinds;
  for (const auto& [word, traits] : words) {
    kinds.try_emplace(traits, static_cast<std::uint16_t>(kinds.size()));
    if (kinds.size() > std::numeric_limits<std::uint16_t>::max()) {
      throw std::length_error("the word lists say too many things");
    }
  }
  return kinds;
}

}  // namespace

void WordLists::write(const Model& model, FlatWriter& out) {
  const auto words = describe_words(model);
  const auto numbers = number_traits(words);
  std::vector<std::string_view> texts;
  std::vector<std::uint16_t> kinds;
  for (const auto& [word, traits] : words) {
    texts.push_back(word);
    kinds.push_back(numbers.at(traits));
  }
  std::vector<WordTraits> traits(numbers.size());
  for (const auto& [value, number] : numbers) traits[number] = value;
  FileNames none;
  ArchiveWriter archive(none);
  archive(traits);
  WordTable::write(texts, out);
  out.add(kinds);
  out.add(archive.bytes());
}

WordLists::WordLists(FlatReader& in) : words_(in), kinds_(in.values<std::uint16_t>()) {
  ArchiveReader archive(in.text(), {});
  archive(traits_);
  require(archive.done() && kinds_.size() == words_.size());
  require(std::all_of(kinds_.begin(), kinds_.end(),
                      [&](std::uint16_t kind) { return kind < traits_.size(); }));
}

WordTraits WordLists::traits(std::string_view folded) const {
  const std::uint32_t word = words_.find(folded);
  return word == text::kNone ? WordTraits{} : traits_[kinds_[word]];
}

std::vector<std::string> WordLists::ordinary() const {
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    if (traits_[kinds_[i]].ordinary) words.emplace_back(words_[i]);
  }
  return words;
}

}  // namespace claimlint::lexicon
