// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace claimlint::fuzz {

/// `base` with the changes that `bytes` ask for: single bytes, whole numbers, and a cut at the end.
/// For files in which a fuzzer would never get past the first check.
std::string edited(std::string base, std::string_view bytes);

}  // namespace claimlint::fuzz
