// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lexicon/compiled.hpp"
#include "tag.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// Makes one condition of an anatomy and the condition that directly follows and joins: "lower
/// back" + "pain". `tags` are a sentence's mentions by place.
std::vector<Tag> compose(std::vector<Tag> tags, const text::Document& document,
                         const lexicon::Compiled& lexicons);

}  // namespace claimlint::tag
