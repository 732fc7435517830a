// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "demand_read.hpp"
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

/// The parts of `text` between blanks.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

void set_when(const toml::node& node, SeverityCase& out, Reading& reading) {
  std::string when;
  read(node, when, reading);
  for (std::string_view word : words_of(when)) {
    SeverityTerm& term = out.when.emplace_back();
    term.absent = word.starts_with('!');
    term.any_of = split_roles(word.substr(term.absent ? 1 : 0));
  }
}

constexpr std::array<Field<SeverityCase>, 2> kSeverityCaseFields{{
    {"when", set_when, true},
    {"severity", set<&SeverityCase::severity>, true},
}};

template <typename Entry>
void set_severity_if(const toml::node& node, Entry& entry, Reading& reading) {
  const toml::array* cases = node.as_array();
  const bool are_tables = cases != nullptr && cases->is_homogeneous(toml::node_type::table);
  if (!are_tables) return reading.report(node, "expected a list of { when = ..., severity = ... }");
  for (const toml::node& item : *cases) {
    read_fields(*item.as_table(), std::span<const Field<SeverityCase>>(kSeverityCaseFields),
                entry.severity_if.emplace_back(), reading);
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

constexpr std::array<Field<ClaimType>, 13> kTypeFields{{
    {"id", set<&ClaimType::id>, true},
    {"name", set<&ClaimType::name>, true},
    {"meaning", set<&ClaimType::meaning>, true},
    {"not_a_claim", set<&ClaimType::not_a_claim>},
    {"severity", set<&ClaimType::severity>},
    {"severity_if", set_severity_if<ClaimType>},
    {"keeps_severity", set<&ClaimType::keeps_severity>},
    {"cleared_by", set<&ClaimType::cleared_by>},
    {"exceeds_evidence", set<&ClaimType::exceeds_evidence>},
    {"annotated", set<&ClaimType::annotated>},
    {"target", set<&ClaimType::target>},
    {"basis", set<&ClaimType::basis>},
    {"instead", set<&ClaimType::instead>},
}};

constexpr std::array<Field<Rule>, 23> kRuleFields{{
    {"id", set<&Rule::id>, true},
    {"type", set<&Rule::type>, true},
    {"pattern", set_pattern<Rule>},
    {"terms", set_pattern_terms<Rule>},
    {"near", set_demands<Side::near, Rule>},
    {"before", set_demands<Side::before, Rule>},
    {"after", set_demands<Side::after, Rule>},
    {"unless", set_unless},
    {"in", set<&Rule::in>},
    {"case", set_shape},
    {"voice", set<&Rule::voice>},
    {"spreads", set<&Rule::spreads>},
    {"questions", set<&Rule::questions>},
    {"severity", set<&Rule::severity>},
    {"severity_if", set_severity_if<Rule>},
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

constexpr std::array<Field<ScoreWeights>, 10> kScoringFields{{
    {"low", set<&ScoreWeights::low>, true},
    {"medium", set<&ScoreWeights::medium>, true},
    {"high", set<&ScoreWeights::high>, true},
    {"pressing", set<&ScoreWeights::pressing>},
    {"pressing_types", set<&ScoreWeights::pressing_types>},
    {"saturation", set<&ScoreWeights::saturation>, true},
    {"density_points", set<&ScoreWeights::density_points>, true},
    {"density_saturation", set<&ScoreWeights::density_saturation>, true},
    {"band_medium", set<&ScoreWeights::band_medium>, true},
    {"band_high", set<&ScoreWeights::band_high>, true},
}};

}  // namespace

void read_demands(const toml::node& node, Side side, std::vector<RoleDemand>& out,
                  Reading& reading) {
  const toml::table* roles = node.as_table();
  if (roles == nullptr) return reading.report(node, "expected a table such as { condition = 8 }");
  for (const auto& [role, reach] : *roles) {
    RoleDemand& demand = out.emplace_back();
    demand.side = side;
    demand.any_of = split_roles(role.str());
    read_reach(reach, demand, reading);
  }
}

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
