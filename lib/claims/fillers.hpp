// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims.hpp"

namespace claimlint::claims {

/// Words that can fill a role: a tag, or a hit of a cue class.
struct Filler {
  std::string_view role;  ///< the mention kind or cue class
  std::uint32_t sentence = 0;
  Span folded;
  text::TokenRange tokens;
  std::uint32_t concept_index = text::kNone;
  std::uint32_t cue = text::kNone;
};

/// What of one sentence can fill a role named in `any_of`, by place.
std::vector<Filler> fillers_in(const Observations& seen, std::uint32_t sentence,
                               const std::vector<std::string>& any_of);
std::vector<Filler> fillers_in(const Observations& seen, std::uint32_t sentence,
                               std::string_view role);

/// The sentences of the heading above a sentence; empty where there is none.
std::vector<std::uint32_t> heading_sentences(const Observations& seen, std::uint32_t sentence);

/// The number of words between two ranges; 0 where they touch or overlap.
std::uint32_t words_between(text::TokenRange a, text::TokenRange b);

Role role_of(const Filler& filler);

}  // namespace claimlint::claims
