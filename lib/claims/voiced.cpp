// SPDX-License-Identifier: Apache-2.0
#include "voiced.hpp"

#include <algorithm>

#include "fillers.hpp"

namespace claimlint::claims {
namespace {

bool is_signature(const Observations& seen, std::uint32_t sentence) {
  const Span span = seen.document.sentences[sentence].folded;
  const std::vector<Filler> cues = fillers_in(seen, sentence, "signature");
  return std::any_of(cues.begin(), cues.end(),
                     [&](const Filler& cue) { return cue.folded.begin == span.begin; });
}

}  // namespace

std::vector<Candidate> voiced_triggers(const Observations& seen, std::uint32_t sentence) {
  const text::SentenceRange& range = seen.document.sentences[sentence];
  std::vector<Candidate> triggers;
  if (range.tokens.empty() || is_signature(seen, sentence)) return triggers;
  const Voice voice = seen.context[sentence].voice_of(range.tokens);
  for (const std::uint32_t rule : seen.lexicons.voiced_rules()) {
    if (seen.lexicons.model().rules[rule].voice != voice) continue;
    Candidate trigger;
    trigger.rule = rule;
    trigger.sentence = sentence;
    trigger.folded = range.folded;
    trigger.tokens = range.tokens;
    triggers.push_back(std::move(trigger));
  }
  return triggers;
}

}  // namespace claimlint::claims
