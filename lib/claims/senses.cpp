// SPDX-License-Identifier: Apache-2.0
#include "senses.hpp"

namespace claimlint::claims {

const std::vector<lexicon::Patterns::Hit>& find_senses(const lexicon::Compiled& lexicons,
                                                       const text::Document& document, Span within,
                                                       const std::vector<bool>& triggered,
                                                       lexicon::PatternMemory& memory) {
  const auto is_triggered = [&](std::uint32_t pattern) {
    return triggered[lexicons.unless_rule(pattern)];
  };
  return lexicons.unless_patterns().find(document, within, is_triggered, memory);
}

}  // namespace claimlint::claims
