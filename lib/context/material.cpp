// SPDX-License-Identifier: Apache-2.0
#include "material.hpp"

#include <algorithm>

namespace claimlint::context {

const tag::CueHit* Material::find_cue(std::uint32_t sentence_index, std::string_view cue_class,
                                      Span within) const {
  const std::vector<tag::CueHit>& cues = tags[sentence_index].cues;
  const auto found = std::ranges::find_if(cues, [&](const tag::CueHit& hit) {
    return cue(hit).cue_class == cue_class && within.begin <= hit.folded.begin &&
           hit.folded.end <= within.end;
  });
  return found == cues.end() ? nullptr : &*found;
}

std::optional<std::uint32_t> Material::heading_with(std::uint32_t sentence_index,
                                                    std::string_view cue_class) const {
  const std::uint32_t heading = block_of(sentence_index).heading;
  if (heading == text::kNone) return std::nullopt;
  const SentenceIndices in_heading = sentences_of(heading);
  for (std::uint32_t i = in_heading.first; i < in_heading.last; ++i) {
    if (find_cue(i, cue_class) != nullptr) return i;
  }
  return std::nullopt;
}

SentenceIndices Material::sentences_of(std::uint32_t block) const {
  const auto& sentences = document.sentences;
  const auto first = std::ranges::lower_bound(sentences, block, {}, &text::SentenceRange::block);
  const auto last = std::ranges::upper_bound(sentences, block, {}, &text::SentenceRange::block);
  return {static_cast<std::uint32_t>(first - sentences.begin()),
          static_cast<std::uint32_t>(last - sentences.begin())};
}

}  // namespace claimlint::context
