// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "claim_text.hpp"
#include "document_text.hpp"
#include "excerpt.hpp"
#include "page.hpp"
#include "rendering_writer.hpp"
#include "totals.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

constexpr std::size_t kSeverityWidth = 8;  // "medium" and two blanks
constexpr std::size_t kIndent = 2 + kSeverityWidth;

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - std::min(width, text.size()), ' ');
}

class TextWriter final : public RenderingWriter {
 public:
  TextWriter(std::ostream& out, const OutputOptions& options) : out_(out), options_(options) {}

  void begin(const Tool& /*tool*/) override {}

  void end(const Summary& summary) override {
    std::string text;
    Page page(text, Palette(options_.colour));
    write_totals(page, summary);
    out_ << text;
  }

 private:
  [[nodiscard]] std::string render(const Report& report) const override {
    std::string text;
    Page page(text, Palette(options_.colour));
    write_document_header(page, report);
    for (const Sentence& sentence : report.sentences) {
      for (const Claim& claim : sentence.claims) write_claim(page, report, sentence, claim);
    }
    for (const Finding& finding : report.findings) write_finding(page, finding);
    page.line();
    return text;
  }

  void put(const Report& /*report*/, std::string_view bytes) override { out_ << bytes; }

  static void write_heading(Page& page, Severity severity, std::string_view word,
                            std::string_view subject, std::string_view place) {
    const std::string shown = page.palette().severity(severity, padded(word, kSeverityWidth));
    page.line();
    page.line("  " + shown + page.palette().bold(subject) + "  " + page.palette().dim(place));
  }

  void write_claim(Page& page, const Report& report, const Sentence& sentence,
                   const Claim& claim) const {
    const bool shown = claim.vetoed || (claim.counts() && claim.severity >= options_.at_least);
    if (!shown) return;
    const Position position = position_of(report, sentence, claim.place.span);
    const std::string place = printable(report.path) + ":" + std::to_string(position.line) + ":" +
                              std::to_string(position.column);
    const Severity severity = claim.vetoed ? Severity::none : claim.severity;
    write_heading(page, severity, claim.vetoed ? "vetoed" : to_string(severity),
                  printable(claim.type), place);
    page.marked(kIndent, report, sentence, claim.place.span, severity);
    if (!claim.message.empty()) page.field(kIndent, {}, claim.message);
    if (claim.vetoed) page.field(kIndent, "because", veto_text(*claim.vetoed));
    if (claim.decision) page.field(kIndent, "decision", decision_text(*claim.decision));
    if (!claim.vetoed) write_reasons(page, claim);
  }

  static void write_reasons(Page& page, const Claim& claim) {
    if (!claim.severity_reasons.empty()) {
      page.field(kIndent, "why", list_text(claim.severity_reasons));
    }
    page.field(kIndent, "support", support_text(claim.support));
    page.field(kIndent, "basis", basis_text(claim.basis));
    if (!claim.instead.empty()) page.field(kIndent, "safer", claim.instead);
  }

  void write_finding(Page& page, const Finding& finding) const {
    if (finding.severity < options_.at_least) return;
    write_heading(page, finding.severity, to_string(finding.severity), printable(finding.type),
                  "whole document");
    page.field(kIndent, {}, finding.message);
    page.field(kIndent, "basis", basis_text(finding.basis));
  }

  std::ostream& out_;
  OutputOptions options_;
};

}  // namespace

std::unique_ptr<ReportWriter> text_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<TextWriter>(out, options);
}

}  // namespace claimlint::output
