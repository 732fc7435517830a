// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "text/text.hpp"

namespace claimlint {

/// The same document as if it ended behind its first `count` sentences, of which it must have more.
/// Offsets stay what they were.
text::Document first_sentences(const text::Document& document, std::size_t count);

}  // namespace claimlint
