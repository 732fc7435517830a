// SPDX-License-Identifier: Apache-2.0
#include "fillers.hpp"

#include <algorithm>

namespace claimlint::claims {
namespace {

template <typename AsksFor>
std::vector<Filler> fillers_that(const Observations& seen, std::uint32_t sentence,
                                 AsksFor asks_for) {
  std::vector<Filler> fillers;
  for (const tag::Tag& tag : seen.tags[sentence].tags) {
    const std::string_view kind = to_string(tag.kind);
    if (!asks_for(kind)) continue;
    fillers.push_back({kind, sentence, tag.folded, tag.tokens, tag.concept_index, text::kNone});
  }
  for (const tag::CueHit& hit : seen.tags[sentence].cues) {
    const std::string_view cue_class = seen.lexicons.model().cues[hit.cue].cue_class;
    if (!asks_for(cue_class)) continue;
    fillers.push_back({cue_class, sentence, hit.folded, hit.tokens, text::kNone, hit.cue});
  }
  const auto comes_before = [](const Filler& a, const Filler& b) { return a.folded < b.folded; };
  if (!std::is_sorted(fillers.begin(), fillers.end(), comes_before)) {
    std::stable_sort(fillers.begin(), fillers.end(), comes_before);
  }
  return fillers;
}

}  // namespace

std::vector<Filler> fillers_in(const Observations& seen, std::uint32_t sentence,
                               const std::vector<std::string>& any_of) {
  return fillers_that(seen, sentence, [&](std::string_view role) {
    return std::find(any_of.begin(), any_of.end(), role) != any_of.end();
  });
}

std::vector<Filler> fillers_in(const Observations& seen, std::uint32_t sentence,
                               std::string_view role) {
  return fillers_that(seen, sentence, [role](std::string_view other) { return other == role; });
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
  return {std::string(filler.role), filler.sentence, filler.folded, filler.concept_index,
          text::kNone};
}

}  // namespace claimlint::claims
