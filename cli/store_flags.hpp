// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "flags.hpp"

namespace claimlint::cli {

/// The flags about results that are kept, and where articles come from.
std::vector<Flag> store_flags();

}  // namespace claimlint::cli
