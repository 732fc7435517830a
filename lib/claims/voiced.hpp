// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "claims.hpp"

namespace claimlint::claims {

/// The triggers of rules that ask for nothing but a voice, such as a patient's own story: every
/// sentence in that voice, as a whole. A line that only says who was speaking is none.
std::vector<Candidate> voiced_triggers(const Observations& seen, std::uint32_t sentence);

}  // namespace claimlint::claims
