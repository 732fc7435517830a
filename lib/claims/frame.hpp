// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims.hpp"
#include "demands.hpp"

namespace claimlint::claims {

/// The roles of a candidate: what fills the rule's demands, then, so that messages and the judge
/// can name them, the nearest treatment, condition, anatomy, quantity and provider of the sentence;
/// a treatment or condition that the sentence lacks is taken from the heading. For claims about
/// causes the mention on the other side of the trigger than the condition is the `cause`. Last what
/// is said to happen (`effect`), how much (`strength`), for how long (`durability`) and for whom
/// (`population`), where there are words for it.
std::vector<Role> frame_of(const Observations& seen, const Candidate& candidate,
                           const DemandMatch& match);

}  // namespace claimlint::claims
