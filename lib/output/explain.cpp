// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "claim_text.hpp"
#include "document_text.hpp"
#include "excerpt.hpp"
#include "page.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kDetail = 6;

std::string mentions_text(const std::vector<Mention>& mentions) {
  std::string text;
  for (const Mention& mention : mentions) {
    if (!text.empty()) text += ", ";
    text += std::string(to_string(mention.kind)) + " \"" + mention.text + "\"";
    if (mention.stance != Stance::asserted) text += " " + std::string(to_string(mention.stance));
    if (mention.repaired) text += " repaired";
  }
  return text;
}

std::string verdict_text(const Claim& claim) {
  if (claim.vetoed) return "not reported: " + veto_text(*claim.vetoed);
  if (!claim.unsupported) return "found, and supported";
  return "reported, " + std::string(to_string(claim.severity));
}

std::string manner_text(const Claim& claim) {
  std::string text = std::string(to_string(claim.stance)) + ", voice " +
                     std::string(to_string(claim.voice)) + ", target " +
                     std::string(to_string(claim.target));
  if (!claim.vulnerable.empty()) text += ", concerns " + list_text(claim.vulnerable);
  return text;
}

/// A rule's id begins with its type; what the model raises has no rule of its own.
std::string rule_text(const Claim& claim) {
  return claim.rule.starts_with(claim.type) ? claim.rule : claim.rule + ": " + claim.type;
}

std::string confidence_text(const Claim& claim) {
  std::string text(to_string(*claim.confidence));
  if (!claim.confidence_reasons.empty()) text += ": " + list_text(claim.confidence_reasons);
  return text;
}

class ExplainWriter final : public ReportWriter {
 public:
  ExplainWriter(std::ostream& out, const OutputOptions& options) : out_(out), options_(options) {}

  void begin(const Tool& /*tool*/) override {}

  void document(const Report& report) override {
    std::string text;
    Page page(text, Palette(options_.colour));
    write_document_header(page, report);
    for (const Sentence& sentence : report.sentences) {
      if (is_listed(sentence, options_.sentences)) write_sentence(page, report, sentence);
    }
    page.line();
    out_ << text;
  }

  void end(const Summary& /*summary*/) override {}

 private:
  static void write_sentence(Page& page, const Report& report, const Sentence& sentence) {
    page.line();
    const std::string place = std::to_string(sentence.line) + ":" + std::to_string(sentence.column);
    page.line(page.palette().bold(place) + "  " + page.palette().dim(to_string(sentence.block)));
    page.field(kIndent, {}, sentence.text);
    if (!sentence.mentions.empty()) {
      page.field(kIndent, "mentions", mentions_text(sentence.mentions));
    }
    if (sentence.claims.empty()) page.field(kIndent, "claims", "no rule finds its trigger here");
    for (const Claim& claim : sentence.claims) write_claim(page, report, sentence, claim);
  }

  static void write_claim(Page& page, const Report& report, const Sentence& sentence,
                          const Claim& claim) {
    const Severity severity = claim.vetoed ? Severity::none : claim.severity;
    page.line("    " + page.palette().bold(printable(rule_text(claim))) + "  " +
              page.palette().severity(severity, printable(verdict_text(claim))));
    page.marked(kDetail, report, sentence, claim.place.span, severity);
    if (!claim.frame.empty()) page.field(kDetail, "roles", roles_text(claim.frame));
    page.field(kDetail, "stance", manner_text(claim));
    if (claim.vetoed) return;
    if (!claim.severity_reasons.empty()) {
      page.field(kDetail, "why", list_text(claim.severity_reasons));
    }
    if (claim.confidence) page.field(kDetail, "confidence", confidence_text(claim));
    page.field(kDetail, "support", support_text(claim.support));
    page.field(kDetail, "basis", basis_text(claim.basis));
  }

  std::ostream& out_;
  OutputOptions options_;
};

}  // namespace

std::unique_ptr<ReportWriter> explain_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<ExplainWriter>(out, options);
}

}  // namespace claimlint::output
