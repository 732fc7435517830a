// SPDX-License-Identifier: Apache-2.0
#include "tag.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "citations.hpp"
#include "composition.hpp"
#include "mended_text.hpp"
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

std::vector<Tag> find_concepts(const MendedText& text, std::size_t sentence,
                               const lexicon::Compiled& lexicons) {
  std::vector<Tag> tags;
  const auto hits = lexicons.concept_terms().find(text.document, text.ranges[sentence], text.words);
  for (const lexicon::Terms::Hit& hit : hits) {
    const std::optional<MentionKind> kind = kind_of(lexicons.model().concepts[hit.entry].id);
    if (!kind) continue;
    Tag tag;
    tag.kind = *kind;
    tag.concept_index = hit.entry;
    tag.folded = text.document.folded_span(hit.tokens);
    tag.tokens = text.original_range(hit.tokens);
    tag.repaired = text.is_repaired(hit.tokens);
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

SentenceTags tag_sentence(const text::Document& document, const MendedText& mended,
                          std::size_t sentence, const lexicon::Compiled& lexicons) {
  SentenceTags found;
  found.cues = find_cues(document, document.sentences[sentence].folded, lexicons);
  found.tags = compose(find_concepts(mended, sentence, lexicons), document, lexicons);
  std::ranges::move(find_quantities(mended, sentence, lexicons), std::back_inserter(found.tags));
  std::ranges::move(find_citations(found.cues, lexicons), std::back_inserter(found.tags));
  std::ranges::stable_sort(found.tags, {}, &Tag::folded);
  return found;
}

}  // namespace

std::vector<SentenceTags> tag(const text::Document& document, const lexicon::Compiled& lexicons) {
  const MendedText mended = mend(document, lexicons);
  std::vector<SentenceTags> tags;
  tags.reserve(document.sentences.size());
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    tags.push_back(tag_sentence(document, mended, i, lexicons));
  }
  return tags;
}

}  // namespace claimlint::tag
