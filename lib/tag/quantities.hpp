// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "lexicon/compiled.hpp"
#include "mended_text.hpp"
#include "tag.hpp"

namespace claimlint::tag {

/// The numbers of a sentence with what they count, by place. Prices, years, telephone numbers,
/// times of day and numbers of lists are none.
std::vector<Tag> find_quantities(const MendedText& text, std::size_t sentence,
                                 const lexicon::Compiled& lexicons);

}  // namespace claimlint::tag
