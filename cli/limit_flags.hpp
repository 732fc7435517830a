// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "flags.hpp"

namespace claimlint::cli {

/// The flags about what the audit of a document may take.
std::vector<Flag> limit_flags();

}  // namespace claimlint::cli
