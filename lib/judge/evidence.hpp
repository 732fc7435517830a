// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/claims.hpp"

namespace claimlint::judge {

/// What the evidence table says about a claim.
struct EvidenceFound {
  std::vector<SupportSource> sources;  ///< every row, those that disagree as well, and known harms
  bool no_benefit = false;             ///< some row found none
  bool harmful = false;                ///< some row found harm
  /// Supported with high or moderate certainty, for every treatment and every condition that the
  /// claim's sentence names, and for no group that the rows do not speak of.
  bool supported = false;
  [[nodiscard]] bool contradicted() const { return no_benefit || harmful; }
};

/// Looks a claim's treatments and conditions up. Names must be those of the row, in singular or
/// plural: a verdict holds for what was tested and for nothing akin to it. A condition that no row
/// of its treatment names but several have kinds of ("migraine" of "chronic migraine") is held to
/// all of them, and so to the weakest. Rows about any disease speak of every condition, and never
/// support one.
EvidenceFound look_up_evidence(const claims::Observations& seen, const claims::Candidate& candidate,
                               const std::vector<std::string>& vulnerable);

}  // namespace claimlint::judge
