// SPDX-License-Identifier: Apache-2.0
#include "stances.hpp"

namespace claimlint::claims {
namespace {

bool denies(const Observations& seen, const Candidate& candidate, const context::Scope& scope) {
  const tag::CueHit& cue = seen.tags[candidate.sentence].cues[scope.cue];
  return scope.tokens.contains(candidate.tokens.first) && !cue.folded.overlaps(candidate.folded);
}

}  // namespace

const context::Scope* scope_behind(const Observations& seen, const Candidate& candidate,
                                   Stance stance) {
  const bool is_denial = stance == Stance::negated || stance == Stance::refuted;
  for (const context::Scope& scope : seen.context[candidate.sentence].scopes) {
    if (scope.stance != stance) continue;
    if (is_denial ? denies(seen, candidate, scope) : scope.tokens.overlaps(candidate.tokens)) {
      return &scope;
    }
  }
  return nullptr;
}

Stance stance_of(const Observations& seen, const Candidate& candidate) {
  const context::SentenceContext& context = seen.context[candidate.sentence];
  if (context.refuted_by) return Stance::refuted;
  for (const Stance stance : {Stance::refuted, Stance::negated}) {
    if (scope_behind(seen, candidate, stance)) return stance;
  }
  if (context.question) return Stance::question;
  for (const Stance stance : {Stance::question, Stance::conditional, Stance::hedged}) {
    if (scope_behind(seen, candidate, stance)) return stance;
  }
  return Stance::asserted;
}

}  // namespace claimlint::claims
