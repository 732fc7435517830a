// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "claimlint/report.hpp"

namespace claimlint::input {

/// A comment of the markup that speaks to claimlint. Offsets are bytes of the markup.
struct Directive {
  Span comment;  ///< all of it, with its brackets
  Span words;    ///< from "claimlint-" on, without the white space around
};

/// Null for every other comment. `comment` is a range of `markup`, with its brackets.
std::optional<Directive> directive_in(std::string_view markup, Span comment);

}  // namespace claimlint::input
