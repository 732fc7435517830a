// SPDX-License-Identifier: Apache-2.0
#include "raised.hpp"

#include "demands.hpp"
#include "frame.hpp"
#include "rejections.hpp"
#include "stances.hpp"

namespace claimlint::claims {

bool may_raise(const Observations& seen, std::uint32_t sentence) {
  const text::SentenceRange& range = seen.document.sentences[sentence];
  const BlockKind kind = seen.document.text.blocks[range.block].kind;
  return !range.tokens.empty() && kind != BlockKind::hidden && kind != BlockKind::boilerplate;
}

Candidate raised_candidate(const Observations& seen, std::uint32_t sentence, std::uint32_t rule) {
  const text::SentenceRange& range = seen.document.sentences[sentence];
  Candidate candidate;
  candidate.rule = rule;
  candidate.sentence = sentence;
  candidate.folded = range.folded;
  candidate.tokens = range.tokens;
  candidate.roles = frame_of(seen, candidate, DemandMatch{});
  candidate.stance = stance_of(seen, candidate);
  candidate.voice = seen.context[sentence].voice_of(range.tokens);
  candidate.rejection = reject_reading(seen, candidate);
  return candidate;
}

}  // namespace claimlint::claims
