// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/claims.hpp"

namespace claimlint::judge {

/// What the evidence table says about a claim.
struct EvidenceFound {
  std::vector<SupportSource> sources;  ///< every row for its treatment and condition
  bool contradicted = false;           ///< some row found no benefit, or harm
  /// Supported with high or moderate certainty, for every treatment and every condition that the
  /// claim's sentence names, and for no group that the rows do not speak of.
  bool supported = false;
};

/// Looks a claim's treatments and conditions up. Names must be those of the row, in singular or
/// plural: a verdict holds for what was tested and for nothing akin to it.
EvidenceFound look_up_evidence(const claims::Observations& seen, const claims::Candidate& candidate,
                               const std::vector<std::string>& vulnerable);

}  // namespace claimlint::judge
