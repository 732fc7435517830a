// SPDX-License-Identifier: Apache-2.0
#include "tag.hpp"

#include <algorithm>
#include <iterator>

#include "citations.hpp"
#include "composition.hpp"
#include "concepts.hpp"
#include "lexicon/pattern_memory.hpp"
#include "local_abbreviations.hpp"
#include "quantities.hpp"

namespace claimlint::tag {
namespace {

std::vector<CueHit> find_cues(const text::Document& document, Span sentence,
                              const lexicon::Compiled& lexicons, lexicon::PatternMemory& memory) {
  std::vector<CueHit> cues;
  const auto& hits = lexicons.cue_patterns().find(document, sentence, memory);
  cues.reserve(hits.size());
  for (const lexicon::Patterns::Hit& hit : hits) {
    cues.push_back({hit.pattern, hit.folded, document.tokens_in(hit.folded)});
  }
  return cues;
}

SentenceTags tag_sentence(const text::Document& document, const text::SentenceRange& sentence,
                          const lexicon::Compiled& lexicons, lexicon::PatternMemory& memory) {
  SentenceTags found;
  found.cues = find_cues(document, sentence.folded, lexicons, memory);
  found.tags = compose(find_concepts(document, sentence.tokens, lexicons), found.cues, document,
                       sentence.tokens, lexicons);
  std::ranges::move(find_quantities(document, sentence.tokens, lexicons),
                    std::back_inserter(found.tags));
  std::ranges::move(find_citations(found.cues, lexicons), std::back_inserter(found.tags));
  std::ranges::stable_sort(found.tags, {}, &Tag::folded);
  return found;
}

void add_fillers(SentenceTags& found, const std::vector<lexicon::Cue>& cues) {
  found.fillers.reserve(found.tags.size() + found.cues.size());
  for (const Tag& tag : found.tags) {
    found.fillers.push_back(
        {lexicon::Roles::of(tag.kind), tag.folded, tag.tokens, tag.concept_index, text::kNone});
  }
  for (const CueHit& hit : found.cues) {
    found.fillers.push_back({cues[hit.cue].role, hit.folded, hit.tokens, text::kNone, hit.cue});
  }
  std::ranges::stable_sort(found.fillers, {}, &Filler::folded);
  for (const Filler& filler : found.fillers) {
    found.longest = std::max(found.longest, filler.tokens.size());
  }
}

}  // namespace

std::vector<SentenceTags> tag(const text::Document& document, const lexicon::Compiled& lexicons) {
  std::vector<SentenceTags> tags;
  tags.reserve(document.sentences.size());
  lexicon::PatternMemory memory;
  for (const text::SentenceRange& sentence : document.sentences) {
    tags.push_back(tag_sentence(document, sentence, lexicons, memory));
  }
  add_local_abbreviations(document, tags);
  for (SentenceTags& sentence : tags) add_fillers(sentence, lexicons.model().cues);
  return tags;
}

}  // namespace claimlint::tag
