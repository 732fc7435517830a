// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lexicon/compiled.hpp"
#include "tag.hpp"

namespace claimlint::tag {

/// The sources that cues of class `citation` name, by place. Where cues overlap the longest stands.
std::vector<Tag> find_citations(const std::vector<CueHit>& cues, const lexicon::Compiled& lexicons);

}  // namespace claimlint::tag
