// SPDX-License-Identifier: Apache-2.0
#include "citations.hpp"

#include <string>
#include <string_view>

namespace claimlint::judge {
namespace {

/// The part of an id after the first dot and before the next: "citation.trial.nct" -> "trial". Of
/// an id without a dot all.
std::string second_part(std::string_view id) {
  id.remove_prefix(id.find('.') + 1);
  return std::string(id.substr(0, id.find('.')));
}

std::string kind_of(const claims::Observations& seen, std::uint32_t sentence,
                    const tag::Tag& citation) {
  const lexicon::Rulebook& model = seen.lexicons.model();
  if (citation.concept_index != text::kNone) {
    return second_part(seen.lexicons.concepts()[citation.concept_index].id);
  }
  for (const tag::CueHit& hit : seen.tags[sentence].cues) {
    const lexicon::Cue& cue = model.cues[hit.cue];
    if (cue.cue_class == to_string(MentionKind::citation) && hit.folded == citation.folded) {
      return second_part(cue.id);
    }
  }
  return std::string(to_string(MentionKind::citation));
}

void add_citations(const claims::Observations& seen, std::uint32_t sentence, std::size_t distance,
                   std::vector<SupportSource>& sources) {
  for (const tag::Tag& tag : seen.tags[sentence].tags) {
    if (tag.kind != MentionKind::citation) continue;
    SupportSource source;
    source.kind = kind_of(seen, sentence, tag);
    source.name = std::string(seen.document.clean_text(tag.folded));
    source.span = tag.folded;
    source.distance = distance;
    sources.push_back(std::move(source));
  }
}

}  // namespace

std::vector<SupportSource> citations_near(const claims::Observations& seen,
                                          const claims::Candidate& candidate) {
  const auto& sentences = seen.document.sentences;
  const std::uint32_t own = candidate.sentence;
  std::vector<SupportSource> sources;
  add_citations(seen, own, 0, sources);
  if (own > 0 && sentences[own - 1].block == sentences[own].block) {
    add_citations(seen, own - 1, 1, sources);
  }
  if (own + 1 < sentences.size() && sentences[own + 1].block == sentences[own].block) {
    add_citations(seen, own + 1, 1, sources);
  }
  return sources;
}

}  // namespace claimlint::judge
