// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/compiled.hpp"
#include "lexicon/pattern_memory.hpp"
#include "lexicon/patterns.hpp"
#include "text/text.hpp"

namespace claimlint::claims {

/// Where these rules do not mean what they look for: the hits of their `unless`. They are the
/// memory's until its next search.
const std::vector<lexicon::Patterns::Hit>& find_senses(const lexicon::Compiled& lexicons,
                                                       const text::Document& document, Span within,
                                                       std::vector<std::uint32_t> rules,
                                                       lexicon::PatternMemory& memory);

}  // namespace claimlint::claims
