// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "flags.hpp"

namespace claimlint::cli {

/// The flags that look across documents, and at reports there are already.
std::vector<Flag> compare_flags();

}  // namespace claimlint::cli
