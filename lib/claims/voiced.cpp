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
  const std::vector<lexicon::Rule>& rules = seen.lexicons.model().rules;
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    if (!rules[i].pattern.empty() || rules[i].voice != voice) continue;
    Candidate trigger;
    trigger.rule = i;
    trigger.sentence = sentence;
    trigger.folded = range.folded;
    trigger.tokens = range.tokens;
    triggers.push_back(std::move(trigger));
  }
  return triggers;
}

}  // namespace claimlint::claims
