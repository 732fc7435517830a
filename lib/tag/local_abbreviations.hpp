// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tag.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// Adds the abbreviations that a document gives its mentions: after "temporomandibular joint
/// disorder (TMD)" each "TMD" written so names the same concept, the one in brackets included. What
/// is tagged already stays as it is. `tags` has one entry for each sentence.
void add_local_abbreviations(const text::Document& document, std::vector<SentenceTags>& tags);

}  // namespace claimlint::tag
