// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "text.hpp"

namespace claimlint::text {

TokenRange Document::tokens_in(Span span) const {
  const auto first = std::partition_point(
      tokens.begin(), tokens.end(), [&](const Token& token) { return token.end <= span.begin; });
  const auto last = std::partition_point(
      first, tokens.end(), [&](const Token& token) { return token.begin < span.end; });
  return {static_cast<std::uint32_t>(first - tokens.begin()),
          static_cast<std::uint32_t>(last - tokens.begin())};
}

bool Document::is_token_edge(std::size_t offset) const {
  const auto token = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const Token& each) { return each.end <= offset; });
  return token == tokens.end() || offset <= token->begin;
}

std::vector<Note> Document::source_notes() const {
  std::vector<Note> notes = folded.notes;
  for (Note& note : notes) {
    if (note.span) note.span = text.to_source.to_source(*note.span);
  }
  return notes;
}

}  // namespace claimlint::text
