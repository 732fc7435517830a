// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "text.hpp"

namespace claimlint::text {

/// Whether a segment of a text holds a letter or a digit.
bool holds_word(std::string_view segment);

/// How a word of the clean text is written.
Shape shape_of(std::string_view word);

}  // namespace claimlint::text
