// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "flags.hpp"

namespace claimlint::cli {

/// The flags about what reviewers decided, and what to change.
std::vector<Flag> decision_flags();

}  // namespace claimlint::cli
