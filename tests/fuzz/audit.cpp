// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "checks.hpp"
#include "claimlint/auditor.hpp"
#include "claimlint/formats.hpp"
#include "input/gzip.hpp"
#include "lexicon/embedded.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {
namespace {

// The last one is chosen by content; PDF would start a program.
constexpr std::array<std::string_view, 5> kFormats = {"text", "html", "markdown", "docx", ""};

const Auditor& auditor() {
  static const Auditor kAuditor(Lexicons::builtin(),
                                {.with_vetoed = true, .assume_language = "en"});
  return kAuditor;
}

const std::vector<std::string>& abbreviations() {
  static const std::vector<std::string> kShipped = lexicon::embedded_model().abbreviations;
  return kShipped;
}

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

void check_sentence(const Sentence& sentence, std::size_t size) {
  check_place(sentence.place, {0, size});
  require(sentence.line > 0 && sentence.column > 0, "a sentence has its line");
  for (const Mention& mention : sentence.mentions) {
    check_place(mention.place, sentence.place.span);
    require(sentence.text.find(mention.text) != std::string::npos, "a mention stands in its text");
  }
  for (const Claim& claim : sentence.claims) {
    check_place(claim.place, sentence.place.span);
    require(claim.unsupported == (claim.severity != Severity::none), "severity goes with support");
    for (const FrameRole& role : claim.frame) check_place(role.place, {0, size});
    if (claim.vetoed && claim.vetoed->span) check_place({*claim.vetoed->span, {}}, {0, size});
  }
}

/// Each sentence of the report is the slice of the clean text that its place says.
void check_words(const Report& report, const text::Document& document, std::string_view bytes) {
  require(report.sentences.size() == document.sentences.size(), "every sentence is reported");
  const bool plain = document.text.to_source.identity() && report.coordinates == "source";
  for (std::size_t i = 0; i < report.sentences.size(); ++i) {
    const Sentence& sentence = report.sentences[i];
    const Span folded = document.sentences[i].folded;
    require(sentence.text == document.clean_text(folded), "a sentence has its words");
    require(sentence.place.span == document.source_span(folded), "and its place");
    const Span span = sentence.place.span;
    require(!plain || bytes.substr(span.begin, span.size()) == sentence.text,
            "a slice of plain text is the sentence");
  }
}

void write_all(const Report& report) {
  Summary summary;
  summary.add(report);
  for (const OutputFormat& format : output_formats()) {
    std::ostringstream out;
    const auto writer = format.writer(out, {});
    writer->begin({});
    writer->document(report);
    writer->end(summary);
  }
}

}  // namespace

/// The first byte chooses the format.
void fuzz_audit(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::string_view name =
      kFormats[static_cast<unsigned char>(bytes.front()) % kFormats.size()];
  bytes.remove_prefix(1);
  std::optional<std::string> format;
  if (!name.empty()) format = name;
  if (!format && (input::is_gzip(bytes) || bytes.starts_with("%PDF"))) return;
  const Report report = auditor().audit(bytes, {.format = format});
  require(report == auditor().audit(bytes, {.format = format}), "auditing twice gives the same");
  write_all(report);
  require(report.score.has_value() == (report.status != Status::not_audited),
          "what is audited has a score");
  if (report.status == Status::not_audited) return;
  input::Reading reading = input::read(bytes, {}, format, "en");
  const bool extracted = report.coordinates == "extracted";
  const std::size_t size = extracted               ? report.extracted.size()
                           : input::is_gzip(bytes) ? input::inflate_gzip(bytes).bytes.size()
                                                   : bytes.size();
  const text::Document document = text::segment(std::move(reading.text), abbreviations());
  check_words(report, document, extracted ? report.extracted : bytes);
  for (const Sentence& sentence : report.sentences) check_sentence(sentence, size);
}

}  // namespace claimlint::fuzz
