// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "text.hpp"

namespace claimlint::text {

/// The token over a span of the folded text; `joined` is left to the caller.
Token make_token(const Folded& folded, std::string_view clean, Span span);

}  // namespace claimlint::text
