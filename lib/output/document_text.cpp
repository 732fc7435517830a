// SPDX-License-Identifier: Apache-2.0
#include "document_text.hpp"

#include <algorithm>

#include "claim_text.hpp"
#include "totals.hpp"

namespace claimlint::output {
namespace {

Severity severity_of(Band band) {
  switch (band) {
    case Band::high:
      return Severity::high;
    case Band::medium:
      return Severity::medium;
    case Band::low:
      return Severity::none;
  }
  return Severity::none;
}

std::size_t count_supported(const Report& report) {
  std::size_t supported = 0;
  for (const Sentence& sentence : report.sentences) {
    supported += static_cast<std::size_t>(
        std::count_if(sentence.claims.begin(), sentence.claims.end(),
                      [](const Claim& claim) { return !claim.unsupported && !claim.vetoed; }));
  }
  return supported;
}

void write_score_line(Page& page, const Report& report, const Score& score) {
  const std::string risk =
      "risk " + risk_text(score.risk) + " " + std::string(to_string(score.band));
  std::string rest = ", " + counted(score.sentences, "sentence") + ", " +
                     std::to_string(score.flagged) + " flagged, " +
                     claims_text(score.claims, score.by_severity);
  const std::size_t supported = count_supported(report);
  if (supported > 0) rest += "; " + std::to_string(supported) + " more supported";
  page.line("  " + page.palette().severity(severity_of(score.band), risk) + rest);
}

}  // namespace

void write_document_header(Page& page, const Report& report) {
  page.line(page.palette().bold(printable(report.path)));
  if (report.score) write_score_line(page, report, *report.score);
  if (report.status != Status::audited) {
    const std::string status = printable(status_text(report));
    page.line("  " + page.palette().severity(Severity::medium, status));
  }
  for (const Note& note : report.notes) {
    page.field(2, "note", note.message);
  }
}

}  // namespace claimlint::output
