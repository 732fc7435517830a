// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "abbreviations.hpp"
#include "text.hpp"

namespace claimlint::text {

/// The sentences of a block, given as a span of the folded text: in order, without white space
/// around them, holding every visible character of the block.
std::vector<Span> split_sentences(const Folded& folded, std::string_view clean, Span block,
                                  const Abbreviations& abbreviations);

}  // namespace claimlint::text
