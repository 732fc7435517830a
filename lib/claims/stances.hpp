// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "claims.hpp"

namespace claimlint::claims {

/// The scope that gives a candidate's trigger this stance; null where none does. A denial counts
/// where it covers the trigger's first word, unless its own words are part of the trigger and so
/// of the claim ("no side effects"); a hedge inside the trigger hedges it ("may help with").
const context::Scope* scope_behind(const Observations& seen, const Candidate& candidate,
                                   Stance stance);

/// The strongest stance over a trigger.
Stance stance_of(const Observations& seen, const Candidate& candidate);

}  // namespace claimlint::claims
