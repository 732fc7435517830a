// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "output_written.hpp"

namespace claimlint::output::test {
namespace {

/// Reads RFC 4180: records end with CR LF, cells may be quoted, quotes in them are doubled.
std::vector<std::vector<std::string>> records_of(const std::string& csv) {
  std::vector<std::vector<std::string>> records;
  std::vector<std::string> record(1);
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      record.back() += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      record.emplace_back();
    } else if (!quoted && c == '\r') {
      REQUIRE(csv[++i] == '\n');
      records.push_back(std::exchange(record, {""}));
    } else {
      record.back() += c;
    }
  }
  CHECK_FALSE(quoted);
  CHECK(record.size() == 1);
  return records;
}

std::string cell(const std::vector<std::vector<std::string>>& records, std::string_view column) {
  REQUIRE(records.size() == 2);
  for (std::size_t i = 0; i < records[0].size(); ++i) {
    if (records[0][i] == column) return records[1].at(i);
  }
  FAIL("no such column");
  return {};
}

TEST_CASE("csv: every record has a cell for each column") {
  for (const Report& report : sample_reports()) {
    for (const auto& record : records_of(written("csv", report))) CHECK(record.size() == 27);
  }
}

TEST_CASE("csv: a claim with its place and words") {
  const auto records = records_of(written("csv", report_with_claim()));
  CHECK(cell(records, "line") == "1");
  CHECK(cell(records, "column") == "5");
  CHECK(cell(records, "begin") == "4");
  CHECK(cell(records, "end") == "9");
  CHECK(cell(records, "words") == "cures");
  CHECK(cell(records, "counts") == "yes");
  CHECK(cell(records, "sentence") == "Tea cures it.");
}

TEST_CASE("csv: offsets in the unit asked for") {
  OutputOptions options;
  options.offsets = OffsetUnit::line_column;
  const auto records = records_of(written("csv", report_with_claim(), options));
  CHECK(cell(records, "offsets") == "line-column");
  CHECK(cell(records, "begin") == "1:5");
}

TEST_CASE("csv: commas, quotes and line ends of a text stay in their cell") {
  Report report = report_with_claim();
  report.sentences[0].claims[0].message = "says \"tea\", or\r\nso";
  CHECK(cell(records_of(written("csv", report)), "message") == "says \"tea\", or so");
}

TEST_CASE("csv: what a spreadsheet would run is text") {
  for (const std::string evil : {"=HYPERLINK(\"http://example.org\",A1)", "+1+1", "-2+3",
                                 "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "\uFF1D1+1"}) {
    CAPTURE(evil);
    Report report = report_with_claim();
    report.path = evil;
    report.sentences[0].claims[0].message = evil;
    const auto records = records_of(written("csv", report));
    CHECK(cell(records, "path").starts_with('\''));
    CHECK(cell(records, "message").starts_with('\''));
  }
}

TEST_CASE("csv: harmless cells are left alone") {
  Report report = report_with_claim();
  report.path = "a-b=c+d@e.txt";
  CHECK(cell(records_of(written("csv", report)), "path") == "a-b=c+d@e.txt");
}

TEST_CASE("csv: a document that was not audited has a row, a clean one has none") {
  const auto records = records_of(written("csv", sample_reports().back()));
  CHECK(cell(records, "status") == "not audited (unreadable)");
  CHECK(cell(records, "id").empty());
  Report clean = report_with_claim();
  clean.sentences.clear();
  CHECK(records_of(written("csv", clean)).size() == 1);
}

TEST_CASE("csv: claims below the severity asked for are left out") {
  OutputOptions options;
  options.at_least = Severity::high;
  CHECK(records_of(written("csv", report_with_claim(), options)).size() == 1);
}

}  // namespace
}  // namespace claimlint::output::test
