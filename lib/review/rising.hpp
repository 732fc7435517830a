// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace claimlint::review {

/// Which values belong to a longest rising subsequence: those that kept their order when the rest
/// was moved. The values are all different.
std::vector<bool> longest_rising(const std::vector<std::size_t>& values);

}  // namespace claimlint::review
