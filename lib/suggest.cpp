// SPDX-License-Identifier: Apache-2.0
#include "claimlint/suggest.hpp"

#include "lexicon/compiled.hpp"
#include "score/changes.hpp"
#include "vocabulary/lexicon_access.hpp"

namespace claimlint {

std::optional<Suggestion> suggest(const Report& report, const Lexicons& lexicons,
                                  std::optional<double> below) {
  if (!report.score) return std::nullopt;
  return score::choose_changes(report.sentences, *compiled_of(lexicons).model().scoring, below);
}

}  // namespace claimlint
