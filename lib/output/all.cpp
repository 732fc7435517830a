// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "writers.hpp"

namespace claimlint {

ReportWriter::~ReportWriter() = default;

const std::vector<OutputFormat>& output_formats() {
  static const std::vector<OutputFormat> formats = {
      {"explain", "for rule authors: every trigger found, and why it was or was not reported",
       output::explain_writer},
      {"json", "one JSON document with all reports and totals", output::json_writer},
      {"jsonl", "one JSON object a line: each document, then the totals", output::jsonl_writer},
      {"summary", "a table of the documents by risk, and totals", output::summary_writer},
      {"text", "for people: each claim in its sentence, with reason, basis and safer wording",
       output::text_writer},
  };
  return formats;
}

const OutputFormat* find_output_format(std::string_view name) {
  const auto& formats = output_formats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const OutputFormat& format) { return format.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace claimlint

namespace claimlint::output {

bool is_listed(const Sentence& sentence, SentenceFilter filter) {
  switch (filter) {
    case SentenceFilter::all:
      return true;
    case SentenceFilter::annotated:
      return !sentence.mentions.empty() || !sentence.claims.empty();
    case SentenceFilter::flagged:
      return std::any_of(sentence.claims.begin(), sentence.claims.end(),
                         [](const Claim& claim) { return claim.counts(); });
  }
  return true;
}

}  // namespace claimlint::output
