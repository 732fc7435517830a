// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "tables.hpp"
#include "term_read.hpp"

namespace claimlint::lexicon {
namespace {

constexpr std::array<std::string_view, 6> kConceptKinds{"anatomy",  "condition", "treatment",
                                                        "provider", "citation",  "ordinary"};
constexpr std::array<std::string_view, 5> kGroups{"infant", "child", "pregnant", "cancer",
                                                  "suicidal"};
constexpr std::array<std::string_view, 5> kVerdicts{"supported", "limited", "insufficient",
                                                    "no_benefit", "harmful"};
constexpr std::array<std::string_view, 5> kCertainties{"high", "moderate", "low", "very_low",
                                                       "none"};

void require_one_of(std::span<const std::string_view> known, const std::string& value,
                    const toml::node& node, Reading& reading) {
  if (!node.is_string() || std::find(known.begin(), known.end(), value) != known.end()) return;
  std::string names;
  for (const std::string_view name : known) names.append(names.empty() ? "" : ", ").append(name);
  reading.report(node, "unknown value '" + value + "'; known are: " + names);
}

template <auto kMember, const auto& kKnown>
void set_known(const toml::node& node, Evidence& evidence, Reading& reading) {
  read(node, evidence.*kMember, reading);
  require_one_of(kKnown, evidence.*kMember, node, reading);
}

void set_vulnerable(const toml::node& node, Concept& entry, Reading& reading) {
  read(node, entry.vulnerable, reading);
  if (!node.is_array()) return;
  for (std::size_t i = 0; i < entry.vulnerable.size(); ++i) {
    require_one_of(kGroups, entry.vulnerable[i], node.as_array()->at(i), reading);
  }
}

void set_concept_target(const toml::node& node, Concept& entry, Reading& reading) {
  read(node, entry.target, reading);
  if (*entry.target != Target::disease && *entry.target != Target::symptom) {
    reading.report(node, "a condition is a disease or a symptom");
  }
}

void set_concept_name(const toml::node& node, Concept& entry, Reading& reading) {
  read_term(node, entry.terms, reading);
  if (!entry.terms.empty()) entry.name = entry.terms.front();
}

void set_unit_terms(const toml::node& node, Unit& unit, Reading& reading) {
  read(node, unit.terms, reading);  // "%" and "$" are units, though no words
}

constexpr std::array<Field<Evidence>, 6> kSourceFields{{
    {"kind", set<&Evidence::kind>, true},
    {"title", set<&Evidence::title>, true},
    {"organisation", set<&Evidence::organisation>},
    {"year", set<&Evidence::year>},
    {"id", set<&Evidence::id>},
    {"url", set<&Evidence::url>},
}};

void set_source(const toml::node& node, Evidence& evidence, Reading& reading) {
  const toml::table* source = node.as_table();
  if (source == nullptr) return reading.report(node, "expected a table { kind, title, ... }");
  read_fields(*source, std::span<const Field<Evidence>>(kSourceFields), evidence, reading);
}

constexpr std::array<Field<Concept>, 8> kConceptFields{{
    {"id", set<&Concept::id>, true},
    {"name", set_concept_name, true},
    {"terms", set_terms<&Concept::terms, Concept>},
    {"upper", set_terms<&Concept::upper, Concept>},
    {"xref", set<&Concept::xref>},
    {"joins", set<&Concept::joins>},
    {"target", set_concept_target},
    {"vulnerable", set_vulnerable},
}};

constexpr std::array<Field<Cue>, 7> kCueFields{{
    {"id", set<&Cue::id>, true},
    {"class", set<&Cue::cue_class>, true},
    {"terms", set_pattern_terms<Cue>},
    {"verbs", set_pattern_verbs<Cue>},
    {"pattern", set_pattern<Cue>},
    {"scope", set<&Cue::scope>},
    {"reach", set<&Cue::reach>},
}};

constexpr std::array<Field<Unit>, 4> kUnitFields{{
    {"id", set<&Unit::id>, true},
    {"canonical", set<&Unit::canonical>, true},
    {"factor", set<&Unit::factor>},
    {"terms", set_unit_terms, true},
}};

constexpr std::array<Field<Evidence>, 7> kEvidenceFields{{
    {"treatment", set_folded<&Evidence::treatment, Evidence>, true},
    {"condition", set_folded<&Evidence::condition, Evidence>, true},
    {"verdict", set_known<&Evidence::verdict, kVerdicts>, true},
    {"certainty", set_known<&Evidence::certainty, kCertainties>, true},
    {"population", set<&Evidence::population>},
    {"safety", set<&Evidence::safety>},
    {"source", set_source, true},
}};

constexpr std::array<Field<Abbreviations>, 1> kAbbreviationFields{{
    {"terms", set_folded<&Abbreviations::terms, Abbreviations>, true},
}};

constexpr std::array<Field<WordList>, 4> kWordListFields{{
    {"words", set<&WordList::words>, true},
    {"kind", set<&WordList::kind>},
    {"beside", set<&WordList::beside>},
    {"capital", set<&WordList::capital>},
}};

}  // namespace

template <>
std::span<const Field<Concept>> fields() {
  return kConceptFields;
}

template <>
std::span<const Field<Cue>> fields() {
  return kCueFields;
}

template <>
std::span<const Field<Unit>> fields() {
  return kUnitFields;
}

template <>
std::span<const Field<Evidence>> fields() {
  return kEvidenceFields;
}

template <>
std::span<const Field<Abbreviations>> fields() {
  return kAbbreviationFields;
}

template <>
std::span<const Field<WordList>> fields() {
  return kWordListFields;
}

void finish(Concept& entry, const toml::table& table, Reading& reading) {
  if (entry.id.empty()) return;
  const std::string kind = entry.id.substr(0, entry.id.find('.'));
  require_one_of(kConceptKinds, kind, *table.get("id"), reading);
  for (const char* key : {"target", "joins"}) {
    const toml::node* node = table.get(key);
    if (node != nullptr && kind != "condition") {
      reading.report(*node, "'" + std::string(key) + "' is for conditions only");
    }
  }
}

void finish(Cue& cue, const toml::table& table, Reading& reading) {
  if (cue.pattern.empty()) reading.report(table, "a cue needs 'terms', 'verbs' or 'pattern'");
}

}  // namespace claimlint::lexicon
