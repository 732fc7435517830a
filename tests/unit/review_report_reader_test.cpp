// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <filesystem>
#include <random>
#include <sstream>

#include "claimlint/auditor.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/report_reader.hpp"
#include "output_sample.hpp"
#include "review/annotation.hpp"

namespace claimlint::review {
namespace {

std::string written(const std::vector<Report>& reports, const Summary& summary,
                    std::string_view format, OutputOptions options = {}) {
  std::ostringstream out;
  const auto writer = find_output_format(format)->writer(out, options);
  writer->begin(output::test::sample_tool());
  for (const Report& report : reports) writer->document(report);
  writer->end(summary);
  return out.str();
}

Summary summary_of(const std::vector<Report>& reports) {
  Summary summary;
  for (const Report& report : reports) summary.add(report);
  return summary;
}

std::string written(const std::vector<Report>& reports, std::string_view format) {
  return written(reports, summary_of(reports), format);
}

/// What a report holds.
struct Read {
  std::vector<Report> reports;
  std::vector<std::string> texts;
  std::vector<std::size_t> offsets;
  std::optional<Tool> tool;
  std::optional<Summary> summary;
  std::string format;
};

Read read(const std::string& text) {
  std::istringstream in(text);
  ReportReader reader(in, "r");
  Read result;
  while (auto report = reader.next()) {
    result.reports.push_back(*std::move(report));
    result.texts.emplace_back(reader.text());
    result.offsets.push_back(reader.offset());
  }
  result.tool = reader.tool();
  result.summary = reader.summary();
  result.format = reader.format();
  return result;
}

std::string error_of(const std::string& text) {
  try {
    read(text);
  } catch (const ReportError& error) {
    return error.what();
  }
  return "none";
}

/// Without what is in no report.
Report as_written(Report report) {
  report.extracted.clear();
  report.hidden = 0;
  for (Sentence& sentence : report.sentences) {
    for (Claim& claim : sentence.claims) claim.confidence_reasons.clear();
  }
  return report;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

void check_round_trip(const std::vector<Report>& reports, const Summary& summary) {
  for (const std::string_view format : {"json", "jsonl"}) {
    CAPTURE(format);
    const std::string text = written(reports, summary, format);
    const Read result = read(text);
    CHECK(result.format == format);
    REQUIRE(result.reports.size() == reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i) {
      CHECK(result.reports[i].path == reports[i].path);
      CHECK(text.substr(result.offsets[i], result.texts[i].size()) == result.texts[i]);
      CHECK(read_document(result.texts[i]) == result.reports[i]);
    }
    CHECK(result.tool == output::test::sample_tool());
    REQUIRE(result.summary);
    CHECK(written(result.reports, *result.summary, format) == text);
  }
}

TEST_CASE("report reader: what was written reads as the same values") {
  std::vector<Report> reports = output::test::sample_reports();
  reports.front().score->percentile = 12.5;
  const Read result = read(written(reports, "jsonl"));
  REQUIRE(result.reports.size() == reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    CHECK(result.reports[i] == as_written(reports[i]));
  }
  CHECK(result.summary == summary_of(reports));
}

TEST_CASE("report reader: writing what was read gives the same bytes, in both formats") {
  std::vector<Report> reports = output::test::sample_reports();
  reports.front().path_bytes = "ff2e747874";
  reports.front().score->percentile = 12.5;
  reports.front().sentences.front().claims.front().decision =
      Decision{"accept", "A. Lee", "seen", "2027-01-01", "decisions.json"};
  Summary summary = summary_of(reports);
  summary.clusters = {{std::string(32, '1'),
                       "efficacy.cure",
                       "It cures.",
                       Severity::high,
                       3,
                       2,
                       1,
                       {"a.txt", "b/c.txt"}}};
  summary.sites = {{"example.org", 2, 1, 1, 3, {1, 2, 0}, 71.5, 40}};
  summary.folders = {{"b", 1, 0, 0, 0, {}, 0, 0}};
  check_round_trip(reports, summary);
  check_round_trip({}, {});
}

TEST_CASE("report reader: the reports of all articles come back") {
  const Auditor auditor(Lexicons::builtin(), {.with_vetoed = true});
  std::vector<Report> reports;
  const auto folder = std::filesystem::path(CLAIMLINT_SOURCE_DIR) / "corpus";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt" || reports.size() == 30) continue;
    reports.push_back(
        auditor.audit(read_bytes(entry.path()), {.path = entry.path().filename().string()}));
  }
  REQUIRE(reports.size() == 30);
  check_round_trip(reports, summary_of(reports));
}

TEST_CASE("report reader: other white space, order of members and unknown members do not matter") {
  const std::string line = written(output::test::sample_reports(), "jsonl");
  const std::string spaced = replaced(line, "{\"kind\"", "\n { \"of_tomorrow\" : [1,{}], \"kind\"");
  CHECK(read(spaced).reports == read(line).reports);
  const std::string summary_first =
      "{\"documents\": [ ], \"summary\": " +
      line.substr(line.rfind("{\"kind\":\"summary\""), std::string::npos) +
      R"(,"tool":{"name":"n","version":"1","lexicons":"l","engine":{"icu":"","unicode":"","re2":""}})" +
      ",\"schema\":1}";
  const Read result = read(summary_first);
  CHECK(result.reports.empty());
  CHECK(result.tool->version == "1");
}

TEST_CASE("report reader: offsets in lines and columns leave spans empty") {
  Report report = output::test::sample_reports().front();
  report.extracted = std::string(120, 'x');
  report.encoding = "utf-8";
  OutputOptions options;
  options.offsets = OffsetUnit::line_column;
  std::istringstream in(written({report}, {}, "jsonl", options));
  ReportReader reader(in);
  const auto document = reader.next();
  REQUIRE(document);
  CHECK(reader.offsets() == OffsetUnit::line_column);
  CHECK(document->sentences.front().place.span == Span{});
  CHECK(document->sentences.front().text == report.sentences.front().text);
}

TEST_CASE("report reader: what is no report is told with its place") {
  const std::string good = written(output::test::sample_reports(), "jsonl");
  CHECK(error_of("") == "r:1:1: this is no report in json or jsonl");
  CHECK(error_of("Dear Ann") == "r:1:1: this is no report in json or jsonl");
  CHECK(error_of("\n  {}") == "r:2:3: this is no report in json or jsonl");
  CHECK(error_of("[1]") == "r:1:1: this is no report in json or jsonl");
  CHECK(error_of("{\"a\":1}").starts_with("r:1:1: this has no member 'kind'"));
  CHECK(error_of(replaced(good, "\"severity\":\"high\"", "\"severity\":\"grave\"")) ==
        "r:1:1: sentences[0].claims[0].severity: 'grave' is no value of this field");
  CHECK(error_of(replaced(good, "\"span\":[15,20]", "\"span\":[20,15]")) ==
        "r:1:1: sentences[0].claims[0].span: is no range");
  CHECK(error_of(replaced(good, "\"bytes\":", "\"bytes\":-")) == "r:1:1: bytes: is no count");
}

TEST_CASE("report reader: a syntax error is told with line and column") {
  const std::string good = written(output::test::sample_reports(), "jsonl");
  const std::size_t second = good.find('\n') + 1;
  std::string bad = good;
  bad.insert(second + 8, "#");
  CHECK(error_of(bad).starts_with("r:2:9: "));
}

TEST_CASE("report reader: a newer schema is refused") {
  for (const std::string_view format : {"json", "jsonl"}) {
    const std::string good = written(output::test::sample_reports(), format);
    const std::string message = error_of(replaced(good, "\"schema\":1", "\"schema\":2"));
    CHECK(message.find("2 is newer than what this version reads (1)") != std::string::npos);
  }
}

TEST_CASE("report reader: a report that is cut off anywhere is no report") {
  std::vector<Report> reports = output::test::sample_reports();
  reports.erase(reports.begin());
  for (const std::string_view format : {"json", "jsonl"}) {
    const std::string good = written(reports, format);
    CHECK(error_of(good) == "none");
    for (std::size_t size = 0; size + 2 < good.size(); ++size) {
      CAPTURE(size);
      CHECK(error_of(good.substr(0, size)) != "none");
    }
    CHECK(error_of(good + "{}").find("something stands behind the report") != std::string::npos);
  }
}

TEST_CASE("report reader: a report that is damaged anywhere is read or refused, nothing else") {
  std::mt19937 random(3);
  for (const std::string_view format : {"json", "jsonl"}) {
    const std::string good = written(output::test::sample_reports(), format);
    for (std::size_t round = 0; round < 3000; ++round) {
      std::string bad = good;
      for (std::size_t k = random() % 3 + 1; k > 0; --k) {
        bad[random() % bad.size()] = "\"{}[],:0-n\xFF\\\n"[random() % 13];
      }
      CHECK_NOTHROW(error_of(bad));
    }
  }
}

TEST_CASE("report reader: brackets without end do not bring it down") {
  CHECK(error_of("{\"kind\":" + std::string(200000, '[')) != "none");
  CHECK(error_of("{\"kind\":" + std::string(200000, '[') + std::string(200000, ']') + "}") !=
        "none");
}

}  // namespace
}  // namespace claimlint::review
