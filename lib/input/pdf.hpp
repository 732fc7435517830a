// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "readers.hpp"

namespace claimlint::input {

/// Takes the text out of a PDF by starting pdftotext of poppler-utils, if that program stands in
/// one of the system's folders for programs. See pdf_program.hpp for what is promised of that.
Extracted extract_pdf(std::string_view bytes);

}  // namespace claimlint::input
