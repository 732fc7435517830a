// SPDX-License-Identifier: Apache-2.0
#include "claimlint/version.hpp"

namespace claimlint {

std::string_view version() { return CLAIMLINT_VERSION; }

}  // namespace claimlint
