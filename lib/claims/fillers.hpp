// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "claims.hpp"
#include "tag/tag.hpp"

namespace claimlint::claims {

/// What can fill a role, and where.
struct Filler : tag::Filler {
  std::uint32_t sentence = 0;
};

/// What of one sentence can fill one of these roles of lexicon::Roles, by place.
std::vector<Filler> fillers_in(const Observations& seen, std::uint32_t sentence,
                               std::span<const std::uint32_t> roles);
std::vector<Filler> fillers_in(const Observations& seen, std::uint32_t sentence,
                               std::string_view role);

/// Farther than these words apart nothing belongs together, however long the sentence: a page
/// without full stops must not cost more than one with them.
inline constexpr std::uint32_t kFarApart = 60;

/// The number of words between two ranges; 0 where they touch or overlap.
std::uint32_t words_between(text::TokenRange a, text::TokenRange b);

/// Calls `visit` with what has at most `reach` words between it and the candidate, by place.
template <typename Visit>
void visit_near(const Observations& seen, const Candidate& candidate, std::uint32_t reach,
                Visit visit) {
  const tag::SentenceTags& tags = seen.tags[candidate.sentence];
  reach = std::min(reach, static_cast<std::uint32_t>(seen.document.tokens.size()));
  const std::uint32_t back = std::min(candidate.tokens.first, tags.longest + reach);
  const auto begins_before = [](const tag::Filler& filler, std::uint32_t token) {
    return filler.tokens.first < token;
  };
  auto at = std::lower_bound(tags.fillers.begin(), tags.fillers.end(),
                             candidate.tokens.first - back, begins_before);
  for (; at != tags.fillers.end() && at->tokens.first <= candidate.tokens.last + reach; ++at) {
    if (words_between(at->tokens, candidate.tokens) <= reach) visit(*at);
  }
}

/// The same as a list, of these roles only.
std::vector<Filler> fillers_near(const Observations& seen, const Candidate& candidate,
                                 std::span<const std::uint32_t> roles, std::uint32_t reach);

/// The sentences of the heading above a sentence; empty where there is none.
std::vector<std::uint32_t> heading_sentences(const Observations& seen, std::uint32_t sentence);

Role role_of(const Observations& seen, const Filler& filler);

}  // namespace claimlint::claims
