// SPDX-License-Identifier: Apache-2.0
#include "judge.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "citations.hpp"
#include "evidence.hpp"
#include "severity.hpp"
#include "subject.hpp"

namespace claimlint::judge {
namespace {

using claims::Candidate;
using claims::Observations;
using lexicon::ClaimType;
using lexicon::Rule;

const Rule& rule_of(const Observations& seen, const Candidate& candidate) {
  return seen.lexicons.model().rules[candidate.rule];
}

bool is_selected(const std::vector<std::string>& selected, const std::string& jurisdiction) {
  return selected.empty() ||
         std::find(selected.begin(), selected.end(), jurisdiction) != selected.end();
}

bool holds_in(const std::vector<std::string>& selected, const Rule& rule) {
  return rule.jurisdictions.empty() ||
         std::any_of(rule.jurisdictions.begin(), rule.jurisdictions.end(),
                     [&](const std::string& own) { return is_selected(selected, own); });
}

std::vector<BasisReference> basis_of(const Observations& seen, const Rule& rule,
                                     const std::vector<std::string>& selected) {
  std::vector<BasisReference> basis;
  for (const std::string& id : rule.basis.value_or(seen.lexicons.type_of(rule).basis)) {
    const Provision& provision = seen.lexicons.provision(id);
    if (!is_selected(selected, provision.jurisdiction)) continue;
    basis.push_back({provision.id, provision.jurisdiction, Outcome::applies});
  }
  return basis;
}

/// The evidence table speaks of what helps a condition, and of nothing else.
bool is_efficacy(const ClaimType& type) { return type.id.starts_with("efficacy."); }

bool is_cleared_by(const ClaimType& type, SupportStatus status) {
  return std::find(type.cleared_by.begin(), type.cleared_by.end(), status) != type.cleared_by.end();
}

/// Sentences that also claim more than any evidence: a cure, a guarantee, superiority. What the
/// evidence supports is not what such a sentence says.
std::set<std::uint32_t> overstated(const Observations& seen,
                                   const std::vector<Candidate>& candidates) {
  std::set<std::uint32_t> sentences;
  for (const Candidate& candidate : candidates) {
    if (candidate.rejection) continue;
    if (seen.lexicons.type_of(rule_of(seen, candidate)).exceeds_evidence) {
      sentences.insert(candidate.sentence);
    }
  }
  return sentences;
}

FoundSupport support_of(const Observations& seen, const Judgement& judgement, bool is_overstated) {
  const ClaimType& type = seen.lexicons.type_of(rule_of(seen, judgement.candidate));
  FoundSupport support;
  support.sources = citations_near(seen, judgement.candidate);
  if (is_cleared_by(type, SupportStatus::cited) && !support.sources.empty())
    support.status = SupportStatus::cited;
  if (!is_efficacy(type)) return support;
  EvidenceFound found = look_up_evidence(seen, judgement.candidate, judgement.vulnerable);
  std::move(found.sources.begin(), found.sources.end(), std::back_inserter(support.sources));
  if (found.contradicted) {
    support.status = SupportStatus::contradicted;
  } else if (found.supported && is_cleared_by(type, SupportStatus::evidence) && !is_overstated) {
    support.status = SupportStatus::evidence;
  }
  return support;
}

bool is_unsupported(SupportStatus status) {
  return status == SupportStatus::none || status == SupportStatus::contradicted;
}

Judgement judge_one(Candidate candidate, const Observations& seen,
                    const std::set<std::uint32_t>& overstatements,
                    const std::vector<std::string>& jurisdictions) {
  Judgement judgement;
  judgement.candidate = std::move(candidate);
  const Candidate& judged = judgement.candidate;
  judgement.target = target_of(seen, judged);
  judgement.vulnerable = vulnerable_in(seen, judged);
  judgement.unsupported = false;
  if (judged.rejection) return judgement;
  judgement.support = support_of(seen, judgement, overstatements.contains(judged.sentence));
  judgement.unsupported = is_unsupported(judgement.support.status);
  judgement.basis = basis_of(seen, rule_of(seen, judged), jurisdictions);
  if (judgement.unsupported) set_severity(seen, judgement);
  return judgement;
}

}  // namespace

std::vector<Judgement> judge(std::vector<Candidate> candidates, const Observations& observations,
                             const std::vector<std::string>& jurisdictions) {
  const std::set<std::uint32_t> overstatements = overstated(observations, candidates);
  std::vector<Judgement> judgements;
  judgements.reserve(candidates.size());
  for (Candidate& candidate : candidates) {
    if (!holds_in(jurisdictions, rule_of(observations, candidate))) continue;
    judgements.push_back(
        judge_one(std::move(candidate), observations, overstatements, jurisdictions));
  }
  return judgements;
}

}  // namespace claimlint::judge
