// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "claimlint/report.hpp"
#include "claimlint/suggest.hpp"

namespace claimlint::score {

/// What suggest() gives, by the weights that the score was made with.
std::optional<Suggestion> choose_changes(const std::vector<Sentence>& sentences,
                                         const ScoreWeights& weights, std::optional<double> below);

}  // namespace claimlint::score
