// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims/claims.hpp"

namespace claimlint::judge {

/// The sources named in a claim's sentence (distance 0) and in the sentences next to it in the same
/// block (distance 1). None was read; spans are of the folded text.
std::vector<SupportSource> citations_near(const claims::Observations& seen,
                                          const claims::Candidate& candidate);

}  // namespace claimlint::judge
