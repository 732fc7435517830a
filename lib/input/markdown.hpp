// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input.hpp"

namespace claimlint::input {

/// Makes the clean text and its blocks from CommonMark with tables and front matter. Code blocks
/// are left out; image texts and link titles of more than one word become hidden blocks, and so do
/// the title and description of the front matter. Everything comes in the order of the source, so
/// a hidden text inside a paragraph parts it.
void read_markdown(Reading& reading);

}  // namespace claimlint::input
