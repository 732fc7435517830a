// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::score {

/// Scores a document from its judged sentences; docs/scoring.md has the formula. The risk is
/// monotone: a claim more never lowers it, and clean sentences lower it by at most
/// `density_points`. A sentence weighs as its heaviest claim, sentences with the same text count
/// once (the one that weighs most) and boilerplate not at all; the plain counts (`claims`,
/// `flagged`, `by_severity`, `by_type`) and the band's rule for claims of high severity go by every
/// claim that counts.
Score score(const std::vector<Sentence>& sentences, const ScoreWeights& weights);

/// What a claim weighs; 0 where it does not count.
double weight_of(const Claim& claim, const ScoreWeights& weights);

/// The risk of a document whose sentences, so many different ones, weigh `sum`.
double risk_at(double sum, std::size_t sentences, const ScoreWeights& weights);

}  // namespace claimlint::score
