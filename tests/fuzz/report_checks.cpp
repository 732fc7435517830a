// SPDX-License-Identifier: Apache-2.0
#include "report_checks.hpp"

#include <iostream>
#include <sstream>

#include "checks.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/report_reader.hpp"
#include "schema.hpp"

namespace claimlint::fuzz {
namespace {

void check_place(const Place& place, Span owner) {
  require(is_within(place.span, owner), "a place lies in its owner");
  std::size_t end = place.span.begin;
  for (const Span part : place.parts) {
    require(end <= part.begin && part.begin < part.end, "parts come in order");
    end = part.end;
  }
  require(place.parts.empty() ||
              (place.parts.front().begin == place.span.begin && end == place.span.end),
          "parts reach from end to end");
}

void check_claim(const Claim& claim, const Sentence& sentence, std::size_t size) {
  check_place(claim.place, sentence.place.span);
  require(claim.unsupported == (claim.severity != Severity::none), "severity goes with support");
  require(claim.id.size() == 32, "a claim has its id");
  for (const FrameRole& role : claim.frame) check_place(role.place, {0, size});
  for (const SupportSource& source : claim.support.sources) {
    require(!source.span || is_within(*source.span, {0, size}), "a source has its place");
  }
  if (claim.vetoed && claim.vetoed->span) check_place({*claim.vetoed->span, {}}, {0, size});
}

void check_sentence(const Sentence& sentence, std::size_t size) {
  check_place(sentence.place, {0, size});
  require(!sentence.text.empty() && sentence.line > 0 && sentence.column > 0,
          "a sentence has its words and its line");
  for (const Mention& mention : sentence.mentions) {
    check_place(mention.place, sentence.place.span);
    require(sentence.text.find(mention.text) != std::string::npos, "a mention stands in its text");
  }
  for (const Claim& claim : sentence.claims) check_claim(claim, sentence, size);
}

void check_score(const Report& report) {
  require(report.score.has_value() == (report.status != Status::not_audited),
          "what is audited has a score");
  if (!report.score) return;
  std::size_t claims = 0;
  std::size_t flagged = 0;
  for (const Sentence& sentence : report.sentences) {
    const std::size_t before = claims;
    for (const Claim& claim : sentence.claims) claims += claim.counts() ? 1 : 0;
    flagged += claims > before ? 1 : 0;
  }
  require(report.score->claims == claims && report.score->flagged == flagged &&
              report.score->sentences == report.sentences.size(),
          "the score counts what the report has");
  require(report.score->risk >= 0 && report.score->risk <= 100, "a risk is of a hundred");
}

/// JSON that was read and is written again is the same.
void check_reading(const std::string& json, std::string_view format) {
  std::istringstream in(json);
  ReportReader reader(in, "report");
  std::ostringstream out;
  const auto writer = find_output_format(format)->writer(out, {});
  std::optional<Report> report = reader.next();
  require(report.has_value(), "a report has its document");
  require(read_document(reader.text()) == *report, "a document reads alone as in its report");
  require(!reader.next() && reader.tool() && reader.summary(), "a report ends with its summary");
  writer->begin(*reader.tool());
  writer->document(*report);
  writer->end(*reader.summary());
  if (out.str() != json) std::cerr << json << '\n' << out.str() << '\n';
  require(out.str() == json, "a report that was read is written as it was");
}

}  // namespace

const Auditor& auditor() {
  static const Auditor kAuditor(Lexicons::builtin(),
                                {.with_vetoed = true, .assume_language = "en"});
  return kAuditor;
}

void check_report(const Report& report, std::size_t size) {
  check_score(report);
  for (const Sentence& sentence : report.sentences) check_sentence(sentence, size);
  for (const Note& note : report.notes) {
    require(!note.span || is_within(*note.span, {0, size}), "a note has its place");
  }
  for (const Finding& finding : report.findings) {
    require(!finding.span || is_within(*finding.span, {0, size}), "a finding has its place");
  }
}

std::string written(const Report& report, std::string_view format) {
  std::ostringstream out;
  const auto writer = find_output_format(format)->writer(out, {});
  Summary summary;
  summary.add(report);
  writer->begin(auditor().tool());
  writer->document(report);
  writer->end(summary);
  return out.str();
}

void check_outputs(const Report& report) {
  for (const OutputFormat& format : output_formats()) {
    const std::string text = written(report, format.name);
    if (format.name == "json" || format.name == "jsonl") check_reading(text, format.name);
    if (format.name == "json") require_schema(text);
  }
}

}  // namespace claimlint::fuzz
