// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lexicon/compiled.hpp"
#include "tag.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// The numbers of a sentence with what they count, by place. Prices, years, telephone numbers,
/// times of day and numbers of lists are none.
std::vector<Tag> find_quantities(const text::Document& document, text::TokenRange sentence,
                                 const lexicon::Compiled& lexicons);

}  // namespace claimlint::tag
