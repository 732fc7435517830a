// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "readers.hpp"

namespace claimlint::input {

/// Takes the text out of a Word document: paragraphs with their headings, lists, tables, quotes and
/// text boxes, then notes, headers and footers; hidden runs, alternative texts and the document's
/// properties as hidden blocks. Deleted text of tracked changes is left out.
Extracted extract_docx(std::string_view bytes);

}  // namespace claimlint::input
