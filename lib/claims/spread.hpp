// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "claims.hpp"

namespace claimlint::claims {

/// The sentences of the list that a sentence stands over: a heading's first list, or the list that
/// follows right after a sentence. Empty where there is none.
std::vector<std::uint32_t> items_below(const Observations& seen, std::uint32_t sentence);

/// What a trigger over a list says of its items ("We treat:" - "Neck pain"): one candidate for each
/// item that names what the rule asks for. Demands the item leaves open may be filled above. Only
/// for rules that spread.
std::vector<Candidate> spread(const Observations& seen, const Candidate& above);

}  // namespace claimlint::claims
