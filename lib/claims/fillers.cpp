// SPDX-License-Identifier: Apache-2.0
#include "fillers.hpp"

#include <algorithm>

namespace claimlint::claims {
namespace {

bool holds(std::span<const std::uint32_t> roles, std::uint32_t role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

}  // namespace

std::vector<Filler> fillers_in(const Observations& seen, std::uint32_t sentence,
                               std::span<const std::uint32_t> roles) {
  std::vector<Filler> fillers;
  for (const tag::Filler& filler : seen.tags[sentence].fillers) {
    if (holds(roles, filler.role)) fillers.push_back({filler, sentence});
  }
  return fillers;
}

std::vector<Filler> fillers_in(const Observations& seen, std::uint32_t sentence,
                               std::string_view role) {
  const std::uint32_t number = seen.lexicons.roles().find(role);
  return fillers_in(seen, sentence, std::span(&number, 1));
}

std::vector<Filler> fillers_near(const Observations& seen, const Candidate& candidate,
                                 std::span<const std::uint32_t> roles, std::uint32_t reach) {
  std::vector<Filler> fillers;
  visit_near(seen, candidate, reach, [&](const tag::Filler& filler) {
    if (holds(roles, filler.role)) fillers.push_back({filler, candidate.sentence});
  });
  return fillers;
}

std::vector<std::uint32_t> heading_sentences(const Observations& seen, std::uint32_t sentence) {
  const auto& sentences = seen.document.sentences;
  const std::uint32_t heading = seen.document.text.blocks[sentences[sentence].block].heading;
  if (heading == text::kNone) return {};
  const auto below = [](const text::SentenceRange& range, std::uint32_t block) {
    return range.block < block;
  };
  std::vector<std::uint32_t> result;
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

Role role_of(const Observations& seen, const Filler& filler) {
  return {std::string(seen.lexicons.roles().name(filler.role)), filler.sentence, filler.folded,
          filler.concept_index, text::kNone};
}

}  // namespace claimlint::claims
