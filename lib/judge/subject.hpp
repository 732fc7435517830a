// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/claims.hpp"

namespace claimlint::judge {

/// Folded names, each once, of what a claim is about in one role: the mentions of that kind in its
/// sentence; where there are none, what its frame took from the heading.
std::vector<std::string> subjects_of(const claims::Observations& seen,
                                     const claims::Candidate& candidate, MentionKind kind);

/// What the claim is aimed at: the gravest target among its frame's conditions, body structure or
/// function where the frame has only anatomy, else what its type says.
Target target_of(const claims::Observations& seen, const claims::Candidate& candidate);

/// The vulnerable groups that mentions of the sentence stand for, sorted.
std::vector<std::string> vulnerable_in(const claims::Observations& seen,
                                       const claims::Candidate& candidate);

}  // namespace claimlint::judge
