// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lexicon/compiled.hpp"
#include "tag.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// The concepts named in `within`, by place and without overlap; `ordinary` ones are left out.
std::vector<Tag> find_concepts(const text::Document& document, text::TokenRange within,
                               const lexicon::Compiled& lexicons);

/// A condition that makes one with anatomy beside it.
bool joins(const Tag& tag, const lexicon::Compiled& lexicons);

/// Takes in the tokens before or behind a tag.
void stretch(Tag& tag, text::TokenRange tokens, const text::Document& document);

}  // namespace claimlint::tag
