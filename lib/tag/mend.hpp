// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lexicon/compiled.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// The document with its words as they were meant: a blank stands in the folded text where two
/// words were glued, and between a number and its unit ("40mg"); a misspelt name has its right
/// spelling there. What was changed still maps to exactly its bytes of the clean text, and its
/// tokens say that they were repaired. A document in which there is nothing to mend comes back as
/// it was.
text::Document mend(text::Document document, const lexicon::Compiled& lexicons);

[[nodiscard]] bool is_repaired(const text::Document& document, text::TokenRange range);

}  // namespace claimlint::tag
