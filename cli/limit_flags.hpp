// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "flags.hpp"

namespace claimlint::cli {

/// The largest document that an audit takes.
inline constexpr std::size_t kLargestDocument = std::size_t{1} << 30U;

/// The flags about what the audit of a document may take.
std::vector<Flag> limit_flags();

}  // namespace claimlint::cli
