// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/utypes.h>

#include <stdexcept>

namespace claimlint::text {

/// Every ICU status goes through here. A failure means that ICU's data are missing or memory ran
/// out, never that a text is odd; warnings (such as a fallback locale) are no failures.
inline void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

}  // namespace claimlint::text
