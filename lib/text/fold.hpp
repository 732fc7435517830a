// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "text.hpp"

namespace claimlint::text {

/// fold() without its short cuts for ASCII and common signs, one code point after another: what
/// the short cuts are held against.
Folded fold_by_steps(std::string_view clean);

}  // namespace claimlint::text
