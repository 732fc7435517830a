// SPDX-License-Identifier: Apache-2.0
#include "context.hpp"

#include <algorithm>
#include <string_view>

#include "quotations.hpp"
#include "refutations.hpp"
#include "scopes.hpp"
#include "voices.hpp"

namespace claimlint::context {
namespace {

/// A question mark before any closing marks.
bool is_question(std::string_view sentence) {
  const std::size_t last = sentence.find_last_not_of("\"')] \n\r\t!");
  return last != std::string_view::npos && sentence[last] == '?';
}

}  // namespace

const Scope* SentenceContext::scope_of(text::TokenRange range, Stance stance) const {
  // A trigger that holds the cue itself ("no side effects") begins before the cue's scope.
  const auto found = std::ranges::find_if(scopes, [&](const Scope& scope) {
    return scope.stance == stance && scope.tokens.contains(range.first);
  });
  return found == scopes.end() ? nullptr : &*found;
}

Stance SentenceContext::stance_of(text::TokenRange range) const {
  if (refuted_by || scope_of(range, Stance::refuted) != nullptr) return Stance::refuted;
  if (scope_of(range, Stance::negated) != nullptr) return Stance::negated;
  if (question) return Stance::question;
  for (const Stance stance : {Stance::conditional, Stance::hedged}) {
    if (scope_of(range, stance) != nullptr) return stance;
  }
  return Stance::asserted;
}

Voice SentenceContext::voice_of(text::TokenRange range) const {
  const auto speaks = [&](Voice voice) {
    return std::ranges::any_of(voices, [&](const VoiceScope& scope) {
      return scope.voice == voice && scope.tokens.overlaps(range);
    });
  };
  if (speaks(Voice::testimonial)) return Voice::testimonial;
  return speaks(Voice::quoted) ? Voice::quoted : Voice::author;
}

std::vector<SentenceContext> read_context(const text::Document& document,
                                          const std::vector<tag::SentenceTags>& tags,
                                          const lexicon::Compiled& lexicons) {
  const Material material{document, tags, lexicons};
  const std::vector<Quotation> quotations = find_quotations(document);
  std::vector<SentenceContext> contexts(document.sentences.size());
  for (std::uint32_t i = 0; i < contexts.size(); ++i) {
    contexts[i].question = is_question(material.folded(i));
    contexts[i].scopes = find_scopes(material, i);
  }
  find_voices(material, quotations, contexts);
  find_refutations(material, quotations, contexts);
  return contexts;
}

}  // namespace claimlint::context
