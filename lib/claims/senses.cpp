// SPDX-License-Identifier: Apache-2.0
#include "senses.hpp"

#include <algorithm>

namespace claimlint::claims {

const std::vector<lexicon::Patterns::Hit>& find_senses(const lexicon::Compiled& lexicons,
                                                       const text::Document& document, Span within,
                                                       std::vector<std::uint32_t> rules,
                                                       lexicon::PatternMemory& memory) {
  std::sort(rules.begin(), rules.end());
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
  std::vector<std::uint32_t> patterns;
  for (const std::uint32_t rule : rules) {
    const std::uint32_t end = lexicons.first_unless(rule + 1);
    for (auto i = lexicons.first_unless(rule); i < end; ++i) patterns.push_back(i);
  }
  return lexicons.unless_patterns().find_only(document, within, patterns, memory);
}

}  // namespace claimlint::claims
