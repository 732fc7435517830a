// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims/claims.hpp"
#include "judge.hpp"

namespace claimlint::judge {

/// A step down, never below low.
Severity lowered(Severity severity);

/// Sets the severity of every unsupported claim, and says why in its `reasons`: the first case of
/// its rule or type that holds (`severity_if`), else the default of the rule or type; one step off,
/// never below low, for a hedge, a condition or a question, unless the type keeps its severity; a
/// step up for a vulnerable group, and one where the evidence contradicts. A rule with a severity
/// of its own is only raised by its type's cases. Another's voice takes nothing off: who prints a
/// patient's story as proof makes its claims. Judgements are by sentence; support, stance and
/// groups must be known.
void set_severities(const claims::Observations& seen, std::vector<Judgement>& judgements);

}  // namespace claimlint::judge
