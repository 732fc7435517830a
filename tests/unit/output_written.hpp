// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sstream>
#include <string>

#include "claimlint/formats.hpp"
#include "output_sample.hpp"

namespace claimlint::output::test {

/// What a format writes of one report.
inline std::string written(std::string_view format, const Report& report,
                           const OutputOptions& options = {}) {
  std::ostringstream out;
  const auto writer = find_output_format(format)->writer(out, options);
  Summary summary;
  summary.add(report);
  writer->begin(sample_tool());
  writer->document(report);
  writer->end(summary);
  return out.str();
}

/// A report with one claim on the word "cures" of "Tea cures it."
inline Report report_with_claim() {
  Report report;
  report.path = "a.txt";
  report.format = "text";
  report.encoding = "utf-8";
  report.language = "en";
  report.extracted = "Tea cures it.";
  Claim claim;
  claim.id = std::string(32, '7');
  claim.type = "efficacy.cure";
  claim.rule = "efficacy.cure.verb";
  claim.place = {{4, 9}, {}};
  claim.severity = Severity::medium;
  claim.message = "says that tea cures it";
  Sentence sentence;
  sentence.place = {{0, 13}, {}};
  sentence.text = report.extracted;
  sentence.claims = {claim};
  report.sentences = {sentence};
  report.score = Score{};
  return report;
}

}  // namespace claimlint::output::test
