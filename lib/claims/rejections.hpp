// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "claims.hpp"

namespace claimlint::claims {

/// The first that holds of: block (the rule is not for such text), case (not written as the rule
/// asks), sense (the words mean something else; `senses` are the sentence's hits of all rules'
/// exceptions).
std::optional<Rejection> reject_trigger(const Observations& seen, const Candidate& candidate,
                                        const std::vector<lexicon::Patterns::Hit>& senses);

/// The first that holds of: voice, navigation, history, question, negated, refuted.
std::optional<Rejection> reject_reading(const Observations& seen, const Candidate& candidate);

}  // namespace claimlint::claims
