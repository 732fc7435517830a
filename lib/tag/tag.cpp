// SPDX-License-Identifier: Apache-2.0
#include "tag.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "citations.hpp"
#include "composition.hpp"
#include "local_abbreviations.hpp"
#include "mend.hpp"
#include "quantities.hpp"

namespace claimlint::tag {
namespace {

struct KindName {
  std::string_view name;
  MentionKind kind;
};

// Concepts of any other kind (`ordinary`) are found and dropped.
constexpr std::array kConceptKinds = std::to_array<KindName>({{"anatomy", MentionKind::anatomy},
                                                              {"condition", MentionKind::condition},
                                                              {"treatment", MentionKind::treatment},
                                                              {"provider", MentionKind::provider},
                                                              {"citation", MentionKind::citation}});

std::optional<MentionKind> kind_of(std::string_view concept_id) {
  const std::string_view head = concept_id.substr(0, concept_id.find('.'));
  const auto found = std::ranges::find(kConceptKinds, head, &KindName::name);
  if (found == kConceptKinds.end()) return std::nullopt;
  return found->kind;
}

std::vector<Tag> find_concepts(const text::Document& document, text::TokenRange within,
                               const lexicon::Compiled& lexicons) {
  std::vector<Tag> tags;
  for (const lexicon::Terms::Hit& hit : lexicons.concept_terms().find(document, within)) {
    const std::optional<MentionKind> kind = kind_of(lexicons.concepts()[hit.entry].id);
    if (!kind) continue;
    Tag tag;
    tag.kind = *kind;
    tag.concept_index = hit.entry;
    tag.folded = document.folded_span(hit.tokens);
    tag.tokens = hit.tokens;
    tag.repaired = is_repaired(document, hit.tokens);
    tags.push_back(std::move(tag));
  }
  return tags;
}

std::vector<CueHit> find_cues(const text::Document& document, Span sentence,
                              const lexicon::Compiled& lexicons) {
  std::vector<CueHit> cues;
  for (const lexicon::Patterns::Hit& hit : lexicons.cue_patterns().find(document, sentence)) {
    cues.push_back({hit.pattern, hit.folded, document.tokens_in(hit.folded)});
  }
  return cues;
}

SentenceTags tag_sentence(const text::Document& document, const text::SentenceRange& sentence,
                          const lexicon::Compiled& lexicons) {
  SentenceTags found;
  found.cues = find_cues(document, sentence.folded, lexicons);
  found.tags = compose(find_concepts(document, sentence.tokens, lexicons), document, lexicons);
  std::ranges::move(find_quantities(document, sentence.tokens, lexicons),
                    std::back_inserter(found.tags));
  std::ranges::move(find_citations(found.cues, lexicons), std::back_inserter(found.tags));
  std::ranges::stable_sort(found.tags, {}, &Tag::folded);
  return found;
}

}  // namespace

std::vector<SentenceTags> tag(const text::Document& document, const lexicon::Compiled& lexicons) {
  std::vector<SentenceTags> tags;
  tags.reserve(document.sentences.size());
  for (const text::SentenceRange& sentence : document.sentences) {
    tags.push_back(tag_sentence(document, sentence, lexicons));
  }
  add_local_abbreviations(document, tags);
  return tags;
}

}  // namespace claimlint::tag
