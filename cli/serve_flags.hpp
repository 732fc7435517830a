// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "flags.hpp"

namespace claimlint::cli {

/// The flags about serving.
std::vector<Flag> serve_flags();

}  // namespace claimlint::cli
