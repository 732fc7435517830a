// SPDX-License-Identifier: Apache-2.0
#include "severity.hpp"

#include <optional>
#include <span>
#include <string>

#include "claims/stances.hpp"
#include "severity_cases.hpp"

namespace claimlint::judge {
namespace {

std::string named(std::string_view what, Severity severity) {
  return std::string(what) + ": " + std::string(to_string(severity));
}

Severity raised(Severity severity) {
  return severity == Severity::low ? Severity::medium : Severity::high;
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

/// The table supports the treatment, and the claim says more than it found.
constexpr std::string_view kExceedsEvidence = "advertising claim exceeds evidence";

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

/// The first of these cases that holds, and weighs more than `above` where that is given.
bool set_by_case(const std::vector<lexicon::SeverityCase>& cases, std::string_view whose,
                 std::optional<Severity> above, const Weighed& weighed, Judgement& judgement) {
  for (const lexicon::SeverityCase& one : cases) {
    if (above && one.severity <= *above) continue;
    const std::optional<std::string> why = why_holds(one, weighed);
    if (!why) continue;
    judgement.severity = one.severity;
    judgement.reasons.push_back(named(std::string(whose) + ", " + *why, one.severity));
    return true;
  }
  return false;
}

void set_start(const Weighed& weighed, Judgement& judgement) {
  const lexicon::Rule& rule = rule_of(weighed.seen, judgement.candidate);
  const lexicon::ClaimType& type = weighed.seen.lexicons.type_of(rule);
  if (set_by_case(rule.severity_if, rule.id, std::nullopt, weighed, judgement)) return;
  if (set_by_case(type.severity_if, type.id, rule.severity, weighed, judgement)) return;
  judgement.severity = rule.severity.value_or(type.severity);
  judgement.reasons.push_back(
      named("default of " + (rule.severity ? rule.id : type.id), judgement.severity));
}

void set_severity(const Weighed& weighed, Judgement& judgement) {
  set_start(weighed, judgement);
  const claims::Observations& seen = weighed.seen;
  const lexicon::Rule& rule = rule_of(seen, judgement.candidate);
  const std::string milder = milder_because(seen, judgement.candidate);
  const bool keeps = seen.lexicons.type_of(rule).keeps_severity;
  if (!milder.empty() && !keeps && judgement.severity != Severity::low) {
    judgement.severity = lowered(judgement.severity);
    judgement.reasons.push_back(milder + ": one step down");
  }
  if (!judgement.vulnerable.empty()) {
    raise(judgement, "vulnerable group (" + joined(judgement.vulnerable) + ")");
  }
  if (judgement.support.status == SupportStatus::contradicted) {
    const bool harmful = judgement.support.harmful;
    raise(judgement,
          harmful ? "the evidence table records harm" : "contradicted by the evidence table");
  }
  if (!judgement.forbidden.empty()) raise(judgement, joined(judgement.forbidden));
  if (judgement.support.exceeded) {
    judgement.reasons.emplace_back(kExceedsEvidence);
  }
}

}  // namespace

Severity lowered(Severity severity) {
  return severity == Severity::high ? Severity::medium : Severity::low;
}

void set_severities(const claims::Observations& seen, std::vector<Judgement>& judgements) {
  const std::span<Judgement> all(judgements);
  for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
    const std::uint32_t sentence = all[first].candidate.sentence;
    while (last < all.size() && all[last].candidate.sentence == sentence) ++last;
    const std::span<Judgement> here = all.subspan(first, last - first);
    for (Judgement& judgement : here) {
      if (judgement.unsupported) set_severity({seen, judgement, here}, judgement);
    }
  }
}

}  // namespace claimlint::judge
