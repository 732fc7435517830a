// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lexicon/compiled.hpp"
#include "lexicon/pattern_memory.hpp"
#include "lexicon/patterns.hpp"
#include "text/text.hpp"

namespace claimlint::claims {

/// Where rules do not mean what they look for: the hits of `unless`, of those rules that are
/// `triggered` (by their index). They are the memory's until its next search.
const std::vector<lexicon::Patterns::Hit>& find_senses(const lexicon::Compiled& lexicons,
                                                       const text::Document& document, Span within,
                                                       const std::vector<bool>& triggered,
                                                       lexicon::PatternMemory& memory);

}  // namespace claimlint::claims
