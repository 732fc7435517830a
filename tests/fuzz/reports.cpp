// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "checks.hpp"
#include "choices.hpp"
#include "claimlint/decisions.hpp"
#include "claimlint/diff.hpp"
#include "claimlint/report_reader.hpp"
#include "claimlint/verify.hpp"
#include "report_checks.hpp"
#include "targets.hpp"
#include "text/digest.hpp"

namespace claimlint::fuzz {
namespace {

constexpr std::string_view kArticle =
    "# Pain\n\nThis therapy cures arthritis in 3 days. It is completely safe.\n\nAsk your doctor.";

const std::string& known_report() {
  static const std::string kReport = written(auditor().audit(kArticle, {.path = "a.md"}), "jsonl");
  return kReport;
}

/// Whatever a report says, it can be written and read again.
void check_document(const Report& report, std::string_view text) {
  require(read_document(text) == report, "a document reads alone as in its report");
  for (const OutputFormat& format : output_formats()) {
    const std::string out = written(report, format.name);
    require(format.name != "jsonl" || !out.empty(), "a report is written");
  }
}

/// The documents of a report, as far as it can be read.
std::vector<Report> check_reading(const std::string& text) {
  std::vector<Report> reports;
  std::istringstream in(text);
  ReportReader reader(in, "report");
  try {
    while (std::optional<Report> report = reader.next()) {
      require(text.substr(reader.offset(), reader.text().size()) == reader.text(),
              "a document stands where it is said to");
      if (reader.offsets() == OffsetUnit::bytes) check_document(*report, reader.text());
      reports.push_back(*std::move(report));
    }
    require(reader.tool() && reader.summary(), "a whole report has tool and summary");
  } catch (const ReportError& error) {
    require(std::string_view(error.what()).starts_with("report:"), "an error has its place");
  }
  return reports;
}

void check_claims(const Baseline& baseline, const Report& report) {
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) {
      const bool is_id =
          claim.id.size() == 32 && claim.id.find_first_not_of("0123456789abcdef") == claim.id.npos;
      require(!is_id || !claim.counts() || baseline.contains(claim.id), "what counts is known");
    }
  }
}

void check_diff(const std::string& before, const std::string& after) {
  for (const DiffFormat& format : diff_formats()) {
    std::istringstream first(before);
    std::istringstream second(after);
    std::ostringstream out;
    const auto writer = format.writer(out);
    try {
      const DiffTotals totals = diff_reports({first, "report"}, {second, "report"}, *writer);
      require(before != after || totals.changed == 0, "nothing changes from a report to itself");
    } catch (const ReportError&) {
      return;
    }
  }
}

}  // namespace

/// A report in JSON or JSON Lines: read, written, compared with another and with itself.
void fuzz_report(std::string_view bytes) {
  const std::string text(bytes);
  const std::vector<Report> reports = check_reading(text);
  for (const Report& report : reports) {
    require(diff_documents(&report, &report).empty(), "a document does not differ from itself");
  }
  check_diff(known_report(), text);
  check_diff(text, known_report());
  check_diff(text, text);
}

/// A report that somebody wrote, and behind a NUL the source that it is said to be of. Its sums are
/// put right: else nothing more would be looked at.
void fuzz_verify(std::string_view bytes) {
  const std::string_view json = take_part(bytes, '\0');
  Report report;
  try {
    report = read_document(json);
  } catch (const ReportError&) {
    return;
  }
  if (report.format == "pdf" || bytes.starts_with("%PDF")) return;  // would start a program
  report.bytes = bytes.size();
  report.sha256 = text::sha256(bytes);
  const Verification verification = verify_document(report, bytes);
  require(verification.problems == verify_document(report, bytes).problems,
          "verifying twice gives the same");
  for (const VerifyProblem& problem : verification.problems) {
    require(!problem.what.empty() && !problem.message.empty(), "a problem says what it is");
  }
}

/// A report of which only the claims are kept: all that count, where it is one.
void fuzz_baseline(std::string_view bytes) {
  const std::string text(bytes);
  std::istringstream in(text);
  std::optional<Baseline> baseline;
  try {
    baseline = Baseline::read(in);
  } catch (const std::runtime_error& error) {
    require(*error.what() != '\0', "an error says what is wrong");
    return;
  }
  std::istringstream again(text);
  require(Baseline::read(again).sha256() == baseline->sha256(), "reading twice gives the same");
  try {
    check_claims(*baseline, read_document(text));
  } catch (const ReportError&) {
    return;  // the rest of a report is not asked of a baseline
  }
}

}  // namespace claimlint::fuzz
