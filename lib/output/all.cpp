// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "claimlint/lexicons.hpp"
#include "writers.hpp"

namespace claimlint {

ReportWriter::~ReportWriter() = default;

std::optional<std::string> ReportWriter::rendered(const Report& /*report*/) const {
  return std::nullopt;
}

void ReportWriter::document_rendered(const Report& report, std::string_view /*bytes*/) {
  document(report);
}

std::string output_key(const OutputFormat& format, const OutputOptions& options) {
  // All fields are named here, so that a new one cannot be forgotten.
  const auto& [sentences, colour, at_least, offsets, lexicons] = options;
  const std::array values = {static_cast<int>(sentences), static_cast<int>(colour),
                             static_cast<int>(at_least), static_cast<int>(offsets)};
  std::string key(format.name);
  for (const int value : values) key += ' ' + std::to_string(value);
  if (lexicons != nullptr) key.append(" ").append(lexicons->sha256());
  return key;
}

const std::vector<OutputFormat>& output_formats() {
  static const std::vector<OutputFormat> formats = {
      {"csv", "for spreadsheets: a claim a row", true, output::csv_writer},
      {"explain", "for rule authors: every trigger found, and why it was or was not reported",
       false, output::explain_writer},
      {"github", "annotations of a GitHub workflow", true, output::github_writer},
      {"html", "pages for reviewers; into a folder with --output FOLDER/", true,
       output::html_writer, true},
      {"json", "one JSON document with all reports and totals", false, output::json_writer},
      {"jsonl", "one JSON object a line: each document, then the totals", false,
       output::jsonl_writer},
      {"sarif", "SARIF 2.1.0, for code scanning and editors", true, output::sarif_writer, true},
      {"summary", "a table of the documents by risk, and totals", false, output::summary_writer},
      {"text", "for people: each claim in its sentence, with reason, basis and safer wording",
       false, output::text_writer},
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
