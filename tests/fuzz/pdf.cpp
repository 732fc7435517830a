// SPDX-License-Identifier: Apache-2.0
#include "checks.hpp"
#include "input/pdf_layout.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {

/// Of PDF, what pdftotext writes: the program itself is not ours to fuzz.
void fuzz_pdf(std::string_view bytes) {
  const text::Text text = input::read_pdf_layout(bytes);
  check_segmented(text, text.clean.size());
}

}  // namespace claimlint::fuzz
