// SPDX-License-Identifier: Apache-2.0
#include "compiled.hpp"

#include <utility>

#include "binary.hpp"

namespace claimlint::lexicon {
Compiled::Compiled(std::string_view bytes, std::shared_ptr<const void> keeper,
                   FlatReader::Trust trust)
    : Compiled(open_binary(bytes, trust), std::move(keeper)) {}

Compiled::Compiled(const Model& model)
    : Compiled(std::make_shared<const std::string>(compile(model))) {}

Compiled::Compiled(const std::shared_ptr<const std::string>& bytes)
    : Compiled(std::string_view(*bytes), bytes) {}

Compiled::Compiled(FlatReader in, std::shared_ptr<const void> keeper)
    : keeper_(std::move(keeper)),
      rulebook_(read_rulebook(in)),
      roles_(rulebook_),
      concepts_(in),
      word_lists_(in),
      rule_patterns_(in),
      unless_patterns_(in),
      cue_patterns_(in),
      textbook_patterns_(in),
      concept_terms_(in, concepts_.size()),
      unit_terms_(in, rulebook_.units.size()),
      weights_(in, rulebook_.learned ? rulebook_.learned->outputs.size() : 0),
      written_rules_(rulebook_.rules.size()) {
  for (std::uint32_t i = 0; i < rulebook_.types.size(); ++i) {
    type_index_.emplace(rulebook_.types[i].id, i);
  }
  for (std::uint32_t i = 0; i < rulebook_.provisions.size(); ++i) {
    provision_index_.emplace(rulebook_.provisions[i].id, i);
  }
  first_unless_.push_back(0);
  for (std::uint32_t i = 0; i < rulebook_.rules.size(); ++i) {
    Rule& rule = rulebook_.rules[i];
    rule.type_index = type_index_.at(rule.type);
    unless_rules_.insert(unless_rules_.end(), rule.unless.size(), i);
    first_unless_.push_back(static_cast<std::uint32_t>(unless_rules_.size()));
    if (rule.pattern.empty() && rule.voice) voiced_rules_.push_back(i);
  }
  require(in.done() && rule_patterns_.size() == rulebook_.rules.size());
  require(unless_patterns_.size() == unless_rules_.size());
  require(cue_patterns_.size() == rulebook_.cues.size());
  require(textbook_patterns_.size() == rulebook_.textbook.size());
  add_learned_rules();
}

/// The rules that claims of the model are named by. They look for nothing.
void Compiled::add_learned_rules() {
  if (!rulebook_.learned) return;
  for (const ModelOutput& output : rulebook_.learned->outputs) {
    Rule& rule = rulebook_.rules.emplace_back();
    rule.id = kModelRule;
    rule.type = output.type;
    rule.questions = true;  // what it has learnt of questions is among its features
    rule.where = rulebook_.learned->where;
    const auto type = type_index_.find(output.type);
    if (type != type_index_.end()) rule.type_index = type->second;
  }
}

const Descriptions& Compiled::descriptions() const {
  std::call_once(is_described_, [&] { descriptions_.emplace(rulebook_, written_rules_); });
  return *descriptions_;
}

const ClaimType& Compiled::type_of(const Rule& rule) const {
  return rulebook_.types[rule.type_index];
}

const Provision& Compiled::provision(std::string_view id) const {
  return rulebook_.provisions[provision_index_.at(id)];
}

Model Compiled::to_model() const {
  Model model{rulebook_, {}, word_lists_.ordinary(), weights_.decode()};
  model.rules.resize(written_rules_);
  model.concepts.reserve(concepts_.size());
  for (std::size_t i = 0; i < concepts_.size(); ++i) model.concepts.push_back(concepts_.decode(i));
  return model;
}

}  // namespace claimlint::lexicon
