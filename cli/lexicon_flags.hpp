// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "flags.hpp"

namespace claimlint::cli {

/// The flags of `claimlint lexicon` and of what it makes.
std::vector<Flag> lexicon_flags();

}  // namespace claimlint::cli
