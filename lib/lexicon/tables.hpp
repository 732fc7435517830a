// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model.hpp"
#include "toml_read.hpp"

namespace claimlint::lexicon {

/// Where each id was first given, by table name and id.
using SeenIds = std::map<std::pair<std::string_view, std::string>, Location>;

/// Reads all tables of a lexicon file into the model.
void read_tables(const toml::table& file, Model& model, SeenIds& seen, Reading& reading);

/// [[abbreviation]] and [[wordlist]] are only lists.
struct Abbreviations {
  std::vector<std::string> terms;
};
struct WordList {
  std::string words;
  WordKind kind = WordKind::ordinary;
  std::uint32_t beside = 0;
  bool capital = false;
};

/// [model] with its weights, which are kept apart from what is few.
struct LearnedTable {
  LearnedModel model;
  std::vector<FeatureWeights> features;
};

/// The keys of each kind of table.
template <typename Entry>
std::span<const Field<Entry>> fields();
template <>
std::span<const Field<ClaimType>> fields();
template <>
std::span<const Field<Rule>> fields();
template <>
std::span<const Field<Provision>> fields();
template <>
std::span<const Field<ScoreWeights>> fields();
template <>
std::span<const Field<LearnedTable>> fields();
template <>
std::span<const Field<Concept>> fields();
template <>
std::span<const Field<Cue>> fields();
template <>
std::span<const Field<Unit>> fields();
template <>
std::span<const Field<Evidence>> fields();
template <>
std::span<const Field<Textbook>> fields();
template <>
std::span<const Field<Accepted>> fields();
template <>
std::span<const Field<Stricter>> fields();
template <>
std::span<const Field<FindingRule>> fields();
template <>
std::span<const Field<Abbreviations>> fields();
template <>
std::span<const Field<WordList>> fields();

/// What the keys of an entry must be together.
template <typename Entry>
void finish(Entry& /*entry*/, const toml::table& /*table*/, Reading& /*reading*/) {}
void finish(Rule& rule, const toml::table& table, Reading& reading);
void finish(Concept& entry, const toml::table& table, Reading& reading);
void finish(Cue& cue, const toml::table& table, Reading& reading);
void finish(Textbook& entry, const toml::table& table, Reading& reading);

}  // namespace claimlint::lexicon
