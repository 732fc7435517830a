// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "claims.hpp"

namespace claimlint::claims {

/// True for a sentence of the visible text that has words: of others the model has learnt nothing.
bool may_raise(const Observations& seen, std::uint32_t sentence);

/// A sentence as a whole as the candidate of a rule that has no trigger. Rejected where the
/// sentence is denied, or is history or navigation.
Candidate raised_candidate(const Observations& seen, std::uint32_t sentence, std::uint32_t rule);

}  // namespace claimlint::claims
