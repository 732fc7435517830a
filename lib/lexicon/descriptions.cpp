// SPDX-License-Identifier: Apache-2.0
#include "descriptions.hpp"

#include <algorithm>

namespace claimlint::lexicon {
namespace {

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

}  // namespace

Descriptions::Descriptions(const Rulebook& rulebook, std::size_t written_rules) {
  for (const ClaimType& type : rulebook.types) {
    types.push_back(
        {type.id, type.name, type.meaning, type.not_a_claim, type.severity, type.annotated});
  }
  rules.reserve(written_rules);
  for (std::size_t i = 0; i < written_rules; ++i) {
    const Rule& rule = rulebook.rules[i];
    rules.push_back(describe(rule, rulebook.types[rule.type_index]));
  }
  std::ranges::sort(rules, {}, &RuleInfo::id);
  for (const Textbook& entry : rulebook.textbook) {
    examples.push_back({ExampleInfo::Kind::textbook,
                        entry.id,
                        {},
                        entry.want,
                        entry.absent,
                        entry.where.file,
                        entry.where.line});
  }
  for (const FindingRule& entry : rulebook.findings) {
    examples.push_back({ExampleInfo::Kind::finding, entry.id, entry.type, entry.want, entry.absent,
                        entry.where.file, entry.where.line});
  }
}

}  // namespace claimlint::lexicon
