// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "text/text.hpp"

namespace claimlint::input {

/// Makes text of what pdftotext -bbox-layout wrote: paragraphs from lines, words that a line end
/// broke made whole, list items and headings as blocks, running heads and page numbers as
/// boilerplate, the document's title as a hidden block.
text::Text read_pdf_layout(std::string_view layout);

}  // namespace claimlint::input
