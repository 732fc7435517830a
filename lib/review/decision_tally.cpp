// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "claimlint/decisions.hpp"

namespace claimlint {

DecisionTally::DecisionTally(std::shared_ptr<const Decisions> decisions,
                             std::shared_ptr<const Baseline> baseline)
    : decisions_(std::move(decisions)), baseline_(std::move(baseline)) {
  if (decisions_) used_.resize(decisions_->entries().size());
}

void DecisionTally::add(const Report& report) {
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) add(claim);
  }
}

void DecisionTally::add(const Claim& claim) {
  if (claim.vetoed && claim.vetoed->reason == "baseline") ++in_baseline_;
  if (!claim.decision) return;
  const std::optional<std::size_t> index =
      decisions_ ? decisions_->index_of(claim.id) : std::nullopt;
  // A store remembers the action and not where it comes from.
  const std::string& origin = claim.decision->origin;
  if (origin == "inline" || (origin.empty() && !index)) {
    ++inline_;
    return;
  }
  ++(claim.decision->action == "accept" ? accepted_ : dismissed_);
  if (index) used_[*index] = true;
}

std::vector<const RecordedDecision*> DecisionTally::unused() const {
  std::vector<const RecordedDecision*> found;
  for (std::size_t i = 0; i < used_.size(); ++i) {
    const RecordedDecision& entry = decisions_->entries()[i];
    if (!used_[i] && decisions_->holds(entry)) found.push_back(&entry);
  }
  return found;
}

std::vector<const RecordedDecision*> DecisionTally::expired() const {
  std::vector<const RecordedDecision*> found;
  if (!decisions_) return found;
  for (const RecordedDecision& entry : decisions_->entries()) {
    if (!decisions_->holds(entry)) found.push_back(&entry);
  }
  return found;
}

}  // namespace claimlint
