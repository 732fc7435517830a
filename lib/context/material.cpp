// SPDX-License-Identifier: Apache-2.0
#include "material.hpp"

#include <algorithm>
#include <array>

namespace claimlint::context {
namespace {

// An article weighs claims rather than makes them where it doubts so often, and at least once in so
// many sentences, and hardly offers anything: a seller may doubt others all day long.
constexpr std::uint32_t kMinDoubts = 4;
constexpr std::uint32_t kSentencesToDoubt = 22;
constexpr std::uint32_t kMaxInvitations = 1;

constexpr std::array<std::string_view, 2> kOfBlocks = {"cautionary", "first_person"};

}  // namespace

BlockCues::BlockCues(const text::Document& document, const std::vector<tag::SentenceTags>& tags,
                     const lexicon::Compiled& lexicons) {
  for (const std::string_view cue_class : kOfBlocks) blocks_[cue_class];
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::uint32_t block = document.sentences[i].block;
    for (const tag::CueHit& hit : tags[i].cues) {
      const auto found = blocks_.find(lexicons.model().cues[hit.cue].cue_class);
      if (found == blocks_.end()) continue;
      std::vector<std::uint32_t>& blocks = found->second;
      if (blocks.empty() || blocks.back() != block) blocks.push_back(block);
    }
  }
}

bool BlockCues::has(std::uint32_t block, std::string_view cue_class) const {
  return std::ranges::binary_search(blocks_.at(cue_class), block);
}

const tag::CueHit* Material::find_cue(std::uint32_t sentence_index, std::string_view cue_class,
                                      Span within) const {
  const std::vector<tag::CueHit>& cues = tags[sentence_index].cues;
  const auto begin_of = [](const tag::CueHit& hit) { return hit.folded.begin; };
  for (auto hit = std::ranges::lower_bound(cues, within.begin, {}, begin_of);
       hit != cues.end() && hit->folded.begin < within.end; ++hit) {
    if (cue(*hit).cue_class == cue_class && hit->folded.end <= within.end) return &*hit;
  }
  return nullptr;
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

std::optional<std::uint32_t> Material::first_doubt() const {
  std::optional<std::uint32_t> first;
  std::uint32_t doubts = 0;
  std::uint32_t invitations = 0;
  for (std::uint32_t i = 0; i < sentence_count(); ++i) {
    if (find_cue(i, "invites") != nullptr && ++invitations > kMaxInvitations) return std::nullopt;
    if (find_cue(i, "doubt") == nullptr) continue;
    ++doubts;
    if (!first) first = i;
  }
  const bool often = doubts >= kMinDoubts && doubts * kSentencesToDoubt >= sentence_count();
  return often ? first : std::nullopt;
}

SentenceIndices Material::sentences_of(std::uint32_t block) const {
  const auto& sentences = document.sentences;
  const auto first = std::ranges::lower_bound(sentences, block, {}, &text::SentenceRange::block);
  const auto last = std::ranges::upper_bound(sentences, block, {}, &text::SentenceRange::block);
  return {static_cast<std::uint32_t>(first - sentences.begin()),
          static_cast<std::uint32_t>(last - sentences.begin())};
}

}  // namespace claimlint::context
