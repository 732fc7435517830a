// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "checks.hpp"
#include "input/gzip.hpp"
#include "lexicon/embedded.hpp"
#include "report_checks.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {
namespace {

// The last one is chosen by content; PDF would start a program.
constexpr std::array<std::string_view, 5> kFormats = {"text", "html", "markdown", "docx", ""};

const std::vector<std::string>& abbreviations() {
  static const std::vector<std::string> kShipped = lexicon::embedded_model().abbreviations;
  return kShipped;
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
  check_outputs(report);
  const bool extracted = report.coordinates == "extracted";
  const std::size_t size = extracted               ? report.extracted.size()
                           : input::is_gzip(bytes) ? input::inflate_gzip(bytes).bytes.size()
                                                   : bytes.size();
  check_report(report, size);
  if (report.status == Status::not_audited) return;
  input::Reading reading = input::read(bytes, {}, format, "en");
  const text::Document document = text::segment(std::move(reading.text), abbreviations());
  check_words(report, document, extracted ? report.extracted : bytes);
}

}  // namespace claimlint::fuzz
