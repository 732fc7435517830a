// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lexicon/compiled.hpp"
#include "links.hpp"
#include "tag.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// Stretches each condition over what shares its last words: "lower back and" + "neck pain", if
/// each item would be a condition with these words. `tags` are a sentence's by place.
std::vector<Tag> coordinate(std::vector<Tag> tags, const Links& links,
                            const text::Document& document, text::TokenRange sentence,
                            const lexicon::Compiled& lexicons);

}  // namespace claimlint::tag
