// SPDX-License-Identifier: Apache-2.0
#include "subject.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace claimlint::judge {
namespace {

const lexicon::Concept* concept_of(const claims::Observations& seen, std::uint32_t index) {
  return index == text::kNone ? nullptr : &seen.lexicons.concepts()[index];
}

}  // namespace

std::vector<std::string> subjects_of(const claims::Observations& seen,
                                     const claims::Candidate& candidate, MentionKind kind) {
  std::set<std::string> names;
  for (const tag::Tag& tag : seen.tags[candidate.sentence].tags) {
    if (tag.kind == kind) names.emplace(seen.document.folded_text(tag.folded));
  }
  if (names.empty()) {
    for (const claims::Role& role : candidate.roles) {
      if (role.name == to_string(kind)) names.emplace(seen.document.folded_text(role.folded));
    }
  }
  return {names.begin(), names.end()};
}

Target target_of(const claims::Observations& seen, const claims::Candidate& candidate) {
  Target target = Target::wellness;
  bool found = false;
  for (const claims::Role& role : candidate.roles) {
    if (role.name == to_string(MentionKind::anatomy)) {
      target = std::max(target, Target::structure_function);
      found = true;
    } else if (role.name == to_string(MentionKind::condition)) {
      const lexicon::Concept* condition = concept_of(seen, role.concept_index);
      const bool known = condition && condition->target;
      target = std::max(target, known ? *condition->target : Target::symptom);
      found = true;
    }
  }
  if (found) return target;
  return seen.lexicons.type_of(rule_of(seen, candidate)).target;
}

std::vector<std::string> vulnerable_in(const claims::Observations& seen,
                                       const claims::Candidate& candidate) {
  std::set<std::string> groups;
  for (const tag::Tag& tag : seen.tags[candidate.sentence].tags) {
    const lexicon::Concept* named = concept_of(seen, tag.concept_index);
    if (named) groups.insert(named->vulnerable.begin(), named->vulnerable.end());
  }
  return {groups.begin(), groups.end()};
}

}  // namespace claimlint::judge
