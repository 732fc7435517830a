// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "demand_read.hpp"
#include "tables.hpp"
#include "term_read.hpp"

namespace claimlint::lexicon {
namespace {

constexpr std::array<Field<Reference>, 4> kReferenceFields{{
    {"title", set<&Reference::title>, true},
    {"organisation", set<&Reference::organisation>},
    {"year", set<&Reference::year>},
    {"url", set<&Reference::url>},
}};

void set_reference(const toml::node& node, Textbook& entry, Reading& reading) {
  const toml::table* source = node.as_table();
  if (source == nullptr) return reading.report(node, "expected a table { title, ... }");
  read_fields(*source, std::span<const Field<Reference>>(kReferenceFields), entry.source, reading);
}

constexpr std::array<Field<Textbook>, 10> kTextbookFields{{
    {"id", set<&Textbook::id>, true},
    {"pattern", set_pattern<Textbook>},
    {"terms", set_pattern_terms<Textbook>},
    {"near", set_demands<Side::near, Textbook>},
    {"before", set_demands<Side::before, Textbook>},
    {"after", set_demands<Side::after, Textbook>},
    {"clears", set<&Textbook::clears>, true},
    {"source", set_reference, true},
    {"want", set<&Textbook::want>, true},
    {"absent", set<&Textbook::absent>, true},
}};

constexpr std::array<Field<Accepted>, 7> kAcceptedFields{{
    {"id", set<&Accepted::id>, true},
    {"provision", set<&Accepted::provision>, true},
    {"types", set<&Accepted::types>, true},
    {"treatment", set_folded<&Accepted::treatment, Accepted>, true},
    {"condition", set_folded<&Accepted::condition, Accepted>, true},
    {"with", set<&Accepted::with>},
    {"unless", set<&Accepted::unless>},
}};

constexpr std::array<Field<Stricter>, 5> kStricterFields{{
    {"id", set<&Stricter::id>, true},
    {"provision", set<&Stricter::provision>, true},
    {"types", set<&Stricter::types>, true},
    {"treatment", set_folded<&Stricter::treatment, Stricter>},
    {"reason", set<&Stricter::reason>, true},
}};

constexpr std::array<Field<FindingRule>, 12> kFindingFields{{
    {"id", set<&FindingRule::id>, true},
    {"type", set<&FindingRule::type>, true},
    {"severity", set<&FindingRule::severity>, true},
    {"message", set<&FindingRule::message>, true},
    {"basis", set<&FindingRule::basis>},
    {"claims", set<&FindingRule::claims>, true},
    {"beside", set<&FindingRule::beside>},
    {"at_least", set<&FindingRule::at_least>},
    {"with", set<&FindingRule::with>},
    {"unless", set<&FindingRule::unless>, true},
    {"want", set<&FindingRule::want>, true},
    {"absent", set<&FindingRule::absent>, true},
}};

}  // namespace

template <>
std::span<const Field<Textbook>> fields() {
  return kTextbookFields;
}

template <>
std::span<const Field<Accepted>> fields() {
  return kAcceptedFields;
}

template <>
std::span<const Field<Stricter>> fields() {
  return kStricterFields;
}

template <>
std::span<const Field<FindingRule>> fields() {
  return kFindingFields;
}

void finish(Textbook& entry, const toml::table& table, Reading& reading) {
  if (entry.pattern.empty()) reading.report(table, "a statement needs 'pattern' or 'terms'");
}

}  // namespace claimlint::lexicon
