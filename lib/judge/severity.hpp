// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "claims/claims.hpp"
#include "judge.hpp"

namespace claimlint::judge {

/// Sets the severity of an unsupported claim, and says why in `reasons`: the default of its rule or
/// type; one step off, never below low, for a hedge, a condition or a question, unless the type
/// keeps its severity; a step up for a vulnerable group, and one where the evidence contradicts.
/// Another's voice takes nothing off: who prints a patient's story as proof makes its claims.
/// Support, stance and groups must be known.
void set_severity(const claims::Observations& seen, Judgement& judgement);

}  // namespace claimlint::judge
