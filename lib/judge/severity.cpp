// SPDX-License-Identifier: Apache-2.0
#include "severity.hpp"

#include <string>

#include "claims/stances.hpp"

namespace claimlint::judge {
namespace {

std::string named(std::string_view what, Severity severity) {
  return std::string(what) + ": " + std::string(to_string(severity));
}

Severity raised(Severity severity) {
  return severity == Severity::low ? Severity::medium : Severity::high;
}

Severity lowered(Severity severity) {
  return severity == Severity::high ? Severity::medium : Severity::low;
}

/// The words behind a stance, in brackets; empty where no cue stands for it.
std::string cue_words(const claims::Observations& seen, const claims::Candidate& candidate) {
  const context::Scope* scope = claims::scope_behind(seen, candidate, candidate.stance);
  if (!scope) return {};
  const Span cue = seen.tags[candidate.sentence].cues[scope->cue].folded;
  return " (" + std::string(seen.document.folded_text(cue)) + ")";
}

/// Why a claim is milder than if it were plainly asserted; empty where it is not.
std::string milder_because(const claims::Observations& seen, const claims::Candidate& candidate) {
  if (candidate.stance == Stance::asserted) return {};
  return std::string(to_string(candidate.stance)) + cue_words(seen, candidate);
}

void raise(Judgement& judgement, const std::string& because) {
  if (judgement.severity == Severity::high) return;
  judgement.severity = raised(judgement.severity);
  judgement.reasons.push_back(because + ": one step up");
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

}  // namespace

void set_severity(const claims::Observations& seen, Judgement& judgement) {
  const lexicon::Rule& rule = seen.lexicons.model().rules[judgement.candidate.rule];
  const lexicon::ClaimType& type = seen.lexicons.type_of(rule);
  judgement.severity = rule.severity.value_or(type.severity);
  judgement.reasons.push_back(
      named("default of " + (rule.severity ? rule.id : type.id), judgement.severity));
  const std::string milder = milder_because(seen, judgement.candidate);
  if (!milder.empty() && !type.keeps_severity && judgement.severity != Severity::low) {
    judgement.severity = lowered(judgement.severity);
    judgement.reasons.push_back(milder + ": one step down");
  }
  if (!judgement.vulnerable.empty()) {
    raise(judgement, "vulnerable group (" + joined(judgement.vulnerable) + ")");
  }
  if (judgement.support.status == SupportStatus::contradicted) {
    raise(judgement, "contradicted by the evidence table");
  }
}

}  // namespace claimlint::judge
