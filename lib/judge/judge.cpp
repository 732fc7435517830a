// SPDX-License-Identifier: Apache-2.0
#include "judge.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "citations.hpp"
#include "evidence.hpp"
#include "jurisdictions.hpp"
#include "severity.hpp"
#include "subject.hpp"
#include "textbook.hpp"

namespace claimlint::judge {
namespace {

using claims::Candidate;
using claims::Observations;
using lexicon::ClaimType;

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

/// What is known about a candidate before it is judged.
struct Known {
  bool is_overstated = false;
  const lexicon::Textbook* statement = nullptr;
};

SupportSource source_of(const lexicon::Textbook& statement) {
  const lexicon::Reference& book = statement.source;
  SupportSource source;
  source.kind = to_string(SupportStatus::textbook);
  source.name = book.title;
  if (!book.organisation.empty()) source.name += ", " + book.organisation;
  if (book.year) source.name += " (" + std::to_string(*book.year) + ")";
  source.id = statement.id;
  source.url = book.url;
  return source;
}

void add_evidence(const Observations& seen, const Judgement& judgement, bool is_overstated,
                  FoundSupport& support) {
  EvidenceFound found = look_up_evidence(seen, judgement.candidate, judgement.vulnerable);
  std::move(found.sources.begin(), found.sources.end(), std::back_inserter(support.sources));
  const ClaimType& type = seen.lexicons.type_of(rule_of(seen, judgement.candidate));
  const bool may_clear = is_cleared_by(type, SupportStatus::evidence) && !is_overstated;
  support.harmful = found.harmful;
  support.exceeded = found.supported && !may_clear && type.exceeds_evidence;
  if (found.contradicted()) {
    support.status = SupportStatus::contradicted;
  } else if (found.supported && may_clear) {
    support.status = SupportStatus::evidence;
  }
}

FoundSupport support_of(const Observations& seen, const Judgement& judgement, const Known& known) {
  const ClaimType& type = seen.lexicons.type_of(rule_of(seen, judgement.candidate));
  FoundSupport support;
  support.sources = citations_near(seen, judgement.candidate);
  if (is_cleared_by(type, SupportStatus::cited) && !support.sources.empty())
    support.status = SupportStatus::cited;
  if (is_efficacy(type)) add_evidence(seen, judgement, known.is_overstated, support);
  if (support.status == SupportStatus::none && known.statement) {
    support.status = SupportStatus::textbook;
    support.sources.push_back(source_of(*known.statement));
  }
  return support;
}

bool is_unsupported(SupportStatus status) {
  return status == SupportStatus::none || status == SupportStatus::contradicted;
}

Judgement judge_one(Candidate candidate, const Observations& seen, const Known& known,
                    const std::vector<std::string>& jurisdictions) {
  Judgement judgement;
  judgement.candidate = std::move(candidate);
  const Candidate& judged = judgement.candidate;
  judgement.target = target_of(seen, judged);
  judgement.vulnerable = vulnerable_in(seen, judged);
  judgement.unsupported = false;
  if (judged.rejection) return judgement;
  judgement.support = support_of(seen, judgement, known);
  judgement.unsupported = is_unsupported(judgement.support.status);
  judgement.basis = basis_of(seen, judged, jurisdictions);
  if (!known.is_overstated) accept_by_lists(seen, jurisdictions, judgement);
  add_stricter(seen, jurisdictions, judgement);
  return judgement;
}

}  // namespace

std::vector<Judgement> judge(std::vector<Candidate> candidates, const Observations& observations,
                             const std::vector<std::string>& jurisdictions) {
  const std::set<std::uint32_t> overstatements = overstated(observations, candidates);
  const auto statements = textbook_statements(observations, candidates);
  std::vector<Judgement> judgements;
  judgements.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!holds_in(jurisdictions, rule_of(observations, candidates[i]))) continue;
    const Known known{overstatements.contains(candidates[i].sentence), statements[i]};
    judgements.push_back(judge_one(std::move(candidates[i]), observations, known, jurisdictions));
  }
  set_severities(observations, judgements);
  return judgements;
}

}  // namespace claimlint::judge
