// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "claimlint/export.hpp"

namespace claimlint {

/// The library's version, "major.minor.patch".
CLAIMLINT_EXPORT std::string_view version();

}  // namespace claimlint
