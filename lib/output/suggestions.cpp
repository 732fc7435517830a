// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>
#include <utility>

#include "claimlint/suggest.hpp"
#include "excerpt.hpp"
#include "page.hpp"
#include "totals.hpp"

namespace claimlint {
namespace output {
namespace {

constexpr std::size_t kIndent = 4;

class SuggestionWriter final : public ReportWriter {
 public:
  SuggestionWriter(std::ostream& out, const OutputOptions& options, Lexicons lexicons,
                   std::optional<double> below)
      : out_(out), options_(options), lexicons_(std::move(lexicons)), below_(below) {}

  void begin(const Tool& /*tool*/) override {}

  void document(const Report& report) override {
    const std::optional<Suggestion> suggestion = suggest(report, lexicons_, below_);
    if (!suggestion) return;
    ++documents_;
    claims_ += suggestion->claims.size();
    std::string text;
    Page page(text, Palette(options_.colour));
    write_heading(page, report, *suggestion);
    for (const ClaimIndex& index : suggestion->claims) {
      const Sentence& sentence = report.sentences[index.sentence];
      write_claim(page, report, sentence, sentence.claims[index.claim]);
    }
    page.line();
    out_ << text;
  }

  void end(const Summary& summary) override {
    out_ << counted(claims_, "claim") << " to change in " << documents_ << " of "
         << counted(summary.documents, "document") << '\n';
  }

 private:
  static std::string level(const Score& score) {
    return risk_text(score.risk) + " " + std::string(to_string(score.band));
  }

  static void write_heading(Page& page, const Report& report, const Suggestion& suggestion) {
    page.line(page.palette().bold(printable(report.path)));
    std::string line = "  risk " + level(*report.score) + ", then " + level(suggestion.after) +
                       ": change " + std::to_string(suggestion.claims.size()) + " of " +
                       counted(report.score->claims, "claim");
    if (!suggestion.fewest) line += "; fewer might do";
    if (!suggestion.reached) line += "; that is not enough";
    page.line(line);
  }

  static void write_claim(Page& page, const Report& report, const Sentence& sentence,
                          const Claim& claim) {
    const Position position = position_of(report, sentence, claim.place.span);
    page.line();
    page.line("  " + page.palette().severity(claim.severity, to_string(claim.severity)) + " " +
              page.palette().bold(printable(claim.type)) + "  " +
              page.palette().dim(printable(report.path) + ":" + std::to_string(position.line) +
                                 ":" + std::to_string(position.column)));
    page.marked(kIndent, report, sentence, claim.place.span, claim.severity);
    page.field(kIndent, "problem", claim.message);
    if (!claim.instead.empty()) page.field(kIndent, "safer", claim.instead);
  }

  std::ostream& out_;
  OutputOptions options_;
  Lexicons lexicons_;
  std::optional<double> below_;
  std::size_t documents_ = 0;
  std::size_t claims_ = 0;
};

}  // namespace
}  // namespace output

std::unique_ptr<ReportWriter> suggestion_writer(std::ostream& out, const OutputOptions& options,
                                                Lexicons lexicons, std::optional<double> below) {
  return std::make_unique<output::SuggestionWriter>(out, options, std::move(lexicons), below);
}

}  // namespace claimlint
