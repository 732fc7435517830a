// SPDX-License-Identifier: Apache-2.0
#include "compiled.hpp"

#include <algorithm>
#include <utility>

#include "expressions.hpp"

namespace claimlint::lexicon {
namespace {

std::vector<TypeInfo> describe_types(const Model& model) {
  std::vector<TypeInfo> types;
  for (const ClaimType& type : model.types) {
    types.push_back(
        {type.id, type.name, type.meaning, type.not_a_claim, type.severity, type.annotated});
  }
  return types;
}

RuleInfo describe(const Rule& rule, const ClaimType& type) {
  return {.id = rule.id,
          .type = rule.type,
          .message = rule.message,
          .instead = rule.instead.empty() ? type.instead : rule.instead,
          .severity = rule.severity.value_or(type.severity),
          .basis = rule.basis.value_or(type.basis),
          .want = rule.want,
          .absent = rule.absent,
          .file = rule.where.file,
          .line = rule.where.line};
}

template <typename Entry>
std::vector<std::string> expanded_patterns(const Model& model, const std::vector<Entry>& entries) {
  ClassExpander expander(model);
  std::vector<std::string> patterns;
  patterns.reserve(entries.size());
  for (const Entry& entry : entries) patterns.push_back(expander.expand(entry.pattern));
  return patterns;
}

std::vector<std::string> expanded_unless(const Model& model) {
  ClassExpander expander(model);
  std::vector<std::string> patterns;
  for (const Rule& rule : model.rules) {
    for (const std::string& unless : rule.unless) patterns.push_back(expander.expand(unless));
  }
  return patterns;
}

std::vector<Terms::Term> terms_of_concepts(const Model& model) {
  std::vector<Terms::Term> terms;
  for (std::uint32_t i = 0; i < model.concepts.size(); ++i) {
    for (const std::string& term : model.concepts[i].terms) terms.push_back({term, i, false});
    for (const std::string& term : model.concepts[i].upper) terms.push_back({term, i, true});
  }
  return terms;
}

std::vector<Terms::Term> terms_of_units(const Model& model) {
  std::vector<Terms::Term> terms;
  for (std::uint32_t i = 0; i < model.units.size(); ++i) {
    for (const std::string& term : model.units[i].terms) terms.push_back({term, i, false});
  }
  return terms;
}

}  // namespace

Compiled::Compiled(Model model)
    : model_(std::move(model)),
      types_(describe_types(model_)),
      rule_patterns_(expanded_patterns(model_, model_.rules)),
      unless_patterns_(expanded_unless(model_)),
      cue_patterns_(expanded_patterns(model_, model_.cues)),
      concept_terms_(terms_of_concepts(model_)),
      unit_terms_(terms_of_units(model_)),
      ordinary_(model_.words.begin(), model_.words.end()) {
  for (std::uint32_t i = 0; i < model_.types.size(); ++i) {
    type_index_.emplace(model_.types[i].id, i);
  }
  for (std::uint32_t i = 0; i < model_.provisions.size(); ++i) {
    provision_index_.emplace(model_.provisions[i].id, i);
  }
  for (std::uint32_t i = 0; i < model_.rules.size(); ++i) {
    unless_rules_.insert(unless_rules_.end(), model_.rules[i].unless.size(), i);
    rules_.push_back(describe(model_.rules[i], type_of(model_.rules[i])));
  }
  std::sort(rules_.begin(), rules_.end(),
            [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
}

const ClaimType& Compiled::type_of(const Rule& rule) const {
  return model_.types[type_index_.at(rule.type)];
}

const Provision& Compiled::provision(std::string_view id) const {
  return model_.provisions[provision_index_.at(id)];
}

bool Compiled::is_ordinary_word(std::string_view folded) const {
  return ordinary_.contains(folded);
}

}  // namespace claimlint::lexicon
