// SPDX-License-Identifier: Apache-2.0
#include "concepts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "mend.hpp"

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

}  // namespace

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

bool joins(const Tag& tag, const lexicon::Compiled& lexicons) {
  return tag.kind == MentionKind::condition && tag.concept_index != text::kNone &&
         lexicons.concepts()[tag.concept_index].joins;
}

void stretch(Tag& tag, text::TokenRange tokens, const text::Document& document) {
  tag.tokens = {std::min(tag.tokens.first, tokens.first), std::max(tag.tokens.last, tokens.last)};
  tag.folded = document.folded_span(tag.tokens);
  tag.repaired = is_repaired(document, tag.tokens);
}

}  // namespace claimlint::tag
