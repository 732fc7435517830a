// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "tables.hpp"
#include "term_read.hpp"

namespace claimlint::lexicon {
namespace {

void read_reach(const toml::node& node, RoleDemand& demand, Reading& reading) {
  if (node.is_integer()) {
    read(node, demand.tokens, reading);
    if (node.value_or(0) == 0) reading.report(node, "expected a number of words above 0");
    return;
  }
  const std::optional<RoleDemand::Reach> reach =
      value_of<RoleDemand::Reach>(node.is_string() ? node.value_or("") : "");
  if (!reach || *reach == RoleDemand::Reach::tokens) {
    return reading.report(node, "expected a number of words, 'sentence' or 'heading'");
  }
  demand.reach = *reach;
}

std::vector<std::string> split_roles(std::string_view roles) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= roles.size();) {
    const std::size_t end = std::min(roles.find('|', begin), roles.size());
    names.emplace_back(roles.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

template <Side kSide>
void set_demands(const toml::node& node, Rule& rule, Reading& reading) {
  const toml::table* roles = node.as_table();
  if (roles == nullptr) return reading.report(node, "expected a table such as { condition = 8 }");
  for (const auto& [role, reach] : *roles) {
    RoleDemand& demand = rule.demands.emplace_back();
    demand.side = kSide;
    demand.any_of = split_roles(role.str());
    read_reach(reach, demand, reading);
  }
}

void set_unless(const toml::node& node, Rule& rule, Reading& reading) {
  read(node, rule.unless, reading);
  if (const toml::array* items = node.as_array()) {
    for (const toml::node& item : *items) {
      rule.unless_at.push_back(reading.position(item.source()));
    }
  }
}

void set_shape(const toml::node& node, Rule& rule, Reading& reading) {
  read(node, rule.shape, reading);
  if (node.is_string() && *rule.shape != "upper" && *rule.shape != "capital") {
    reading.report(node, "unknown value '" + *rule.shape + "'; known are: upper, capital");
  }
}

// A date may stand bare, as TOML has it, or as a string.
template <auto kMember>
void set_date(const toml::node& node, Provision& provision, Reading& reading) {
  if (const toml::value<toml::date>* date = node.as_date()) {
    std::ostringstream text;
    text << date->get();
    provision.*kMember = text.str();
  } else {
    read(node, provision.*kMember, reading);
  }
}

constexpr std::array<Field<ClaimType>, 12> kTypeFields{{
    {"id", set<&ClaimType::id>, true},
    {"name", set<&ClaimType::name>, true},
    {"meaning", set<&ClaimType::meaning>, true},
    {"not_a_claim", set<&ClaimType::not_a_claim>},
    {"severity", set<&ClaimType::severity>},
    {"keeps_severity", set<&ClaimType::keeps_severity>},
    {"cleared_by", set<&ClaimType::cleared_by>},
    {"exceeds_evidence", set<&ClaimType::exceeds_evidence>},
    {"annotated", set<&ClaimType::annotated>},
    {"target", set<&ClaimType::target>},
    {"basis", set<&ClaimType::basis>},
    {"instead", set<&ClaimType::instead>},
}};

constexpr std::array<Field<Rule>, 22> kRuleFields{{
    {"id", set<&Rule::id>, true},
    {"type", set<&Rule::type>, true},
    {"pattern", set_pattern<Rule>},
    {"terms", set_pattern_terms<Rule>},
    {"near", set_demands<Side::near>},
    {"before", set_demands<Side::before>},
    {"after", set_demands<Side::after>},
    {"unless", set_unless},
    {"in", set<&Rule::in>},
    {"case", set_shape},
    {"voice", set<&Rule::voice>},
    {"spreads", set<&Rule::spreads>},
    {"questions", set<&Rule::questions>},
    {"severity", set<&Rule::severity>},
    {"message", set<&Rule::message>, true},
    {"basis", set<&Rule::basis>},
    {"instead", set<&Rule::instead>},
    {"jurisdictions", set<&Rule::jurisdictions>},
    {"since", set<&Rule::since>},
    {"replaces", set<&Rule::replaces>},
    {"want", set<&Rule::want>, true},
    {"absent", set<&Rule::absent>, true},
}};

constexpr std::array<Field<Provision>, 9> kProvisionFields{{
    {"id", set<&Provision::id>, true},
    {"jurisdiction", set<&Provision::jurisdiction>, true},
    {"instrument", set<&Provision::instrument>, true},
    {"clause", set<&Provision::clause>},
    {"summary", set<&Provision::summary>, true},
    {"url", set<&Provision::url>, true},
    {"read", set_date<&Provision::read>},
    {"from", set_date<&Provision::from>},
    {"to", set_date<&Provision::to>},
}};

constexpr std::array<Field<ScoreWeights>, 8> kScoringFields{{
    {"low", set<&ScoreWeights::low>, true},
    {"medium", set<&ScoreWeights::medium>, true},
    {"high", set<&ScoreWeights::high>, true},
    {"saturation", set<&ScoreWeights::saturation>, true},
    {"density_points", set<&ScoreWeights::density_points>, true},
    {"density_saturation", set<&ScoreWeights::density_saturation>, true},
    {"band_medium", set<&ScoreWeights::band_medium>, true},
    {"band_high", set<&ScoreWeights::band_high>, true},
}};

}  // namespace

template <>
std::span<const Field<ClaimType>> fields() {
  return kTypeFields;
}

template <>
std::span<const Field<Rule>> fields() {
  return kRuleFields;
}

template <>
std::span<const Field<Provision>> fields() {
  return kProvisionFields;
}

template <>
std::span<const Field<ScoreWeights>> fields() {
  return kScoringFields;
}

void finish(Rule& rule, const toml::table& table, Reading& reading) {
  // A rule of a voice alone is triggered by every sentence in that voice.
  if (rule.pattern.empty() && !rule.voice) {
    reading.report(table, "a rule needs 'pattern' or 'terms'");
  }
  for (const auto& [key, examples] : {std::pair{"want", &rule.want}, {"absent", &rule.absent}}) {
    const toml::node* node = table.get(key);
    if (node != nullptr && node->is_array() && examples->empty()) {
      reading.report(*node, "expected at least one example");
    }
  }
}

}  // namespace claimlint::lexicon
