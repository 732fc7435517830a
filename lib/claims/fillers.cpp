// SPDX-License-Identifier: Apache-2.0
#include "fillers.hpp"

#include <algorithm>

namespace claimlint::claims {
namespace {

bool asks_for(const std::vector<std::string>& any_of, std::string_view role) {
  return std::find(any_of.begin(), any_of.end(), role) != any_of.end();
}

}  // namespace

std::vector<Filler> fillers_in(const Observations& seen, std::uint32_t sentence,
                               const std::vector<std::string>& any_of) {
  std::vector<Filler> fillers;
  for (const tag::Tag& tag : seen.tags[sentence].tags) {
    const std::string_view kind = to_string(tag.kind);
    if (!asks_for(any_of, kind)) continue;
    fillers.push_back(
        {std::string(kind), sentence, tag.folded, tag.tokens, tag.concept_index, text::kNone});
  }
  for (const tag::CueHit& hit : seen.tags[sentence].cues) {
    const std::string& cue_class = seen.lexicons.model().cues[hit.cue].cue_class;
    if (!asks_for(any_of, cue_class)) continue;
    fillers.push_back({cue_class, sentence, hit.folded, hit.tokens, text::kNone, hit.cue});
  }
  std::stable_sort(fillers.begin(), fillers.end(),
                   [](const Filler& a, const Filler& b) { return a.folded < b.folded; });
  return fillers;
}

std::vector<std::uint32_t> heading_sentences(const Observations& seen, std::uint32_t sentence) {
  const auto& sentences = seen.document.sentences;
  const std::uint32_t heading = seen.document.text.blocks[sentences[sentence].block].heading;
  std::vector<std::uint32_t> result;
  if (heading == text::kNone) return result;
  const auto below = [](const text::SentenceRange& range, std::uint32_t block) {
    return range.block < block;
  };
  auto at = std::lower_bound(sentences.begin(), sentences.end(), heading, below);
  for (; at != sentences.end() && at->block == heading; ++at) {
    result.push_back(static_cast<std::uint32_t>(at - sentences.begin()));
  }
  return result;
}

std::uint32_t words_between(text::TokenRange a, text::TokenRange b) {
  if (a.last <= b.first) return b.first - a.last;
  if (b.last <= a.first) return a.first - b.last;
  return 0;
}

Role role_of(const Filler& filler) {
  return {filler.role, filler.sentence, filler.folded, filler.concept_index, text::kNone};
}

}  // namespace claimlint::claims
