// SPDX-License-Identifier: Apache-2.0
#include "pdf.hpp"

#include "pdf_layout.hpp"
#include "pdf_program.hpp"

namespace claimlint::input {
namespace {

std::optional<Refusal> refusal_for(PdfOutcome outcome) {
  switch (outcome) {
    case PdfOutcome::done:
      return std::nullopt;
    case PdfOutcome::no_program:
      return Refusal{"format", "a PDF document: install poppler-utils (pdftotext) to have it read"};
    case PdfOutcome::failed:
      return Refusal{"format", "pdftotext cannot read this PDF: it is damaged or encrypted"};
    case PdfOutcome::timed_out:
      return Refusal{"budget", "pdftotext did not read this PDF within a minute"};
    case PdfOutcome::too_large:
      return Refusal{"budget", "the text of this PDF is too large for a document"};
  }
  return std::nullopt;
}

}  // namespace

Extracted extract_pdf(std::string_view bytes) {
  const PdfOutput output = run_pdftotext(bytes);
  Extracted result;
  result.refused = refusal_for(output.outcome);
  if (result.refused) return result;
  result.text = read_pdf_layout(output.layout);
  if (result.text.blocks.empty()) {
    result.refused = {"no_text", "this PDF holds no text, perhaps images of pages"};
  }
  return result;
}

}  // namespace claimlint::input
