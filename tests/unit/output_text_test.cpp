// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "claimlint/formats.hpp"
#include "output/excerpt.hpp"
#include "output/terminal.hpp"
#include "output_sample.hpp"

namespace claimlint::output {
namespace {

std::string line_of(const Excerpt& excerpt) {
  return excerpt.before + "[" + excerpt.marked + "]" + excerpt.after;
}

Report report_with(Sentence sentence, Claim claim) {
  Report report;
  report.path = "a.txt";
  report.encoding = "utf-8";
  sentence.claims = {std::move(claim)};
  report.sentences = {std::move(sentence)};
  report.score = Score{};
  return report;
}

Sentence sentence_of(const std::string& text) {
  Sentence sentence;
  sentence.place.span = {0, text.size()};
  sentence.text = text;
  return sentence;
}

Claim claim_at(Span span, Severity severity) {
  Claim claim;
  claim.type = "efficacy.cure";
  claim.place.span = span;
  claim.severity = severity;
  return claim;
}

std::string text_of(const Report& report, const OutputOptions& options = {}) {
  std::ostringstream out;
  find_output_format("text")->writer(out, options)->document(report);
  return out.str();
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("excerpt: a short sentence is shown whole") {
  CHECK(line_of(excerpt("It cures pain.", Span{3, 8}, 40)) == "It [cures] pain.");
}

TEST_CASE("excerpt: a long sentence is cut between words on both sides") {
  const std::string text = "one two three four five cures six seven eight nine ten eleven";
  CHECK(line_of(excerpt(text, Span{24, 29}, 27)) == "\u2026four five [cures] six seven\u2026");
}

TEST_CASE("excerpt: no line is wider than asked for") {
  const std::string text(5000, 'x');
  const Excerpt line = excerpt(text, Span{1000, 4000}, 30);
  CHECK(width_of(line.before + line.marked + line.after) <= 30);
  CHECK_FALSE(line.marked.empty());
}

TEST_CASE("excerpt: without a mark the beginning is shown") {
  CHECK(line_of(excerpt("one two three four", std::nullopt, 12)) == "[]one two\u2026");
}

TEST_CASE("terminal: controls, escapes and direction marks print as dots") {
  CHECK(printable("a\x1b[31mb") == "a\u00b7[31mb");
  CHECK(printable("a\u202eb\u200bc\u0085"
                  "d") == "a\u00b7b\u00b7c d");
  CHECK(printable("one\n\ttwo") == "one two");
}

TEST_CASE("terminal: combining marks take no column, wide characters two") {
  CHECK(width_of("e\u0301") == 1);
  CHECK(width_of("\u6f22\u5b57") == 4);
  CHECK(width_of("caf\u00e9") == 4);
}

TEST_CASE("text: the caret line stands below the claim, in columns and not in bytes") {
  const std::string text = text_of(
      report_with(sentence_of("\u6f22 \u00bc cures it."), claim_at({7, 12}, Severity::high)));
  CHECK(contains(text, "\n          \u6f22 \u00bc cures it.\n               ^~~~~\n"));
}

TEST_CASE("text: the place is the claim's, also on a later line of its sentence") {
  Sentence sentence = sentence_of("It is said\r\nthat it cures.");
  sentence.line = 4;
  sentence.column = 7;
  const std::string text = text_of(report_with(sentence, claim_at({20, 25}, Severity::high)));
  CHECK(contains(text, "a.txt:5:9"));
}

TEST_CASE("text: a claim in decoded text is shown without a mark rather than a wrong one") {
  Report report = report_with(sentence_of("It cures."), claim_at({6, 16}, Severity::high));
  report.encoding = "utf-16le";
  report.sentences[0].place.span = {0, 18};
  const std::string text = text_of(report);
  CHECK(contains(text, "It cures."));
  CHECK_FALSE(contains(text, "^"));
}

TEST_CASE("text: claims below the severity asked for are left out") {
  const Report report = report_with(sentence_of("It cures."), claim_at({3, 8}, Severity::low));
  OutputOptions options;
  CHECK(contains(text_of(report, options), "efficacy.cure"));
  options.at_least = Severity::medium;
  CHECK_FALSE(contains(text_of(report, options), "efficacy.cure"));
}

TEST_CASE("text: a supported claim is no claim to list") {
  Claim claim = claim_at({3, 8}, Severity::none);
  claim.unsupported = false;
  const std::string text = text_of(report_with(sentence_of("It cures."), claim));
  CHECK_FALSE(contains(text, "efficacy.cure"));
  CHECK(contains(text, "1 more supported"));
}

TEST_CASE("text: colour marks the words and needs no caret line") {
  OutputOptions options;
  options.colour = true;
  const std::string text =
      text_of(report_with(sentence_of("It cures."), claim_at({3, 8}, Severity::high)), options);
  CHECK(contains(text, "It \x1b[1;4;31mcures\x1b[0m."));
  CHECK_FALSE(contains(text, "^"));
}

TEST_CASE("text: no basis is said, not left out") {
  const Report report = report_with(sentence_of("It cures."), claim_at({3, 8}, Severity::high));
  CHECK(contains(text_of(report), "no legal reference recorded"));
}

}  // namespace
}  // namespace claimlint::output
