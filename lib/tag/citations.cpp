// SPDX-License-Identifier: Apache-2.0
#include "citations.hpp"

#include <algorithm>

namespace claimlint::tag {
namespace {

constexpr std::string_view kCitationClass = "citation";

Tag as_tag(const CueHit& cue) {
  Tag tag;
  tag.kind = MentionKind::citation;
  tag.folded = cue.folded;
  tag.tokens = cue.tokens;
  return tag;
}

}  // namespace

std::vector<Tag> find_citations(const std::vector<CueHit>& cues,
                                const lexicon::Compiled& lexicons) {
  std::vector<Tag> citations;
  for (const CueHit& cue : cues) {
    if (lexicons.model().cues[cue.cue].cue_class != kCitationClass) continue;
    if (citations.empty() || !citations.back().folded.overlaps(cue.folded)) {
      citations.push_back(as_tag(cue));
    } else if (citations.back().folded.size() < cue.folded.size()) {
      citations.back() = as_tag(cue);
    }
  }
  return citations;
}

}  // namespace claimlint::tag
