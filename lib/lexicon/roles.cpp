// SPDX-License-Identifier: Apache-2.0
#include "roles.hpp"

namespace claimlint::lexicon {

Roles::Roles(Rulebook& rulebook) {
  for (std::uint32_t kind = 0; kind <= of(MentionKind::provider); ++kind) {
    add(to_string(static_cast<MentionKind>(kind)));
  }
  for (const Cue& cue : rulebook.cues) add(cue.cue_class);
  for (Cue& cue : rulebook.cues) cue.role = find(cue.cue_class);
  for (Rule& rule : rulebook.rules) number(rule.demands);
  for (Textbook& statement : rulebook.textbook) number(statement.demands);
}

void Roles::add(std::string_view name) {
  const auto next = static_cast<std::uint32_t>(names_.size());
  if (numbers_.try_emplace(name, next).second) names_.push_back(name);
}

void Roles::number(std::vector<RoleDemand>& demands) const {
  for (RoleDemand& demand : demands) {
    demand.roles.clear();
    for (const std::string& name : demand.any_of) demand.roles.push_back(find(name));
  }
}

std::uint32_t Roles::find(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? text::kNone : found->second;
}

}  // namespace claimlint::lexicon
