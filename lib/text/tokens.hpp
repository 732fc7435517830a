// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "text.hpp"

namespace claimlint::text {

/// The token over a span of the folded text; `joined` is left to the caller.
Token make_token(const Folded& folded, std::string_view clean, Span span);

/// split_tokens() without its short cuts for ASCII and signs: what they are held against.
std::vector<Token> split_tokens_by_rules(const Folded& folded, std::string_view clean);

}  // namespace claimlint::text
