// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "output/places.hpp"
#include "output/report_json.hpp"

namespace claimlint::output {
namespace {

/// A report of one sentence, of which the word "cures" is at `span`.
Report report_of(std::string text, Span span) {
  Report report;
  report.encoding = "utf-8";
  report.language = "en";
  report.extracted = std::move(text);
  report.score = Score{};
  Sentence sentence;
  sentence.place = {span, {}};
  report.sentences = {sentence};
  return report;
}

nlohmann::json written(const Report& report, OffsetUnit unit) {
  std::string out;
  JsonWriter writer(out);
  OutputOptions options;
  options.offsets = unit;
  write_document(writer, report, options);
  return nlohmann::json::parse(out);
}

nlohmann::json span_in(const Report& report, OffsetUnit unit) {
  return written(report, unit)["sentences"][0]["span"];
}

// Two bytes, one code point, one unit; four bytes, one code point, two units.
const std::string kText = "\u00e9\n\U0001F600 cures";

TEST_CASE("places: one span in each unit") {
  const Report report = report_of(kText, {8, 13});
  REQUIRE(report.extracted.substr(8, 5) == "cures");
  CHECK(span_in(report, OffsetUnit::bytes) == nlohmann::json({8, 13}));
  CHECK(span_in(report, OffsetUnit::code_points) == nlohmann::json({4, 9}));
  CHECK(span_in(report, OffsetUnit::utf16) == nlohmann::json({5, 10}));
  const nlohmann::json lines = span_in(report, OffsetUnit::line_column);
  CHECK(lines == nlohmann::json({{2, 3}, {2, 8}}));
}

TEST_CASE("places: the document says which unit it has") {
  const Report report = report_of(kText, {8, 13});
  CHECK(written(report, OffsetUnit::bytes)["offsets"] == "bytes");
  CHECK(written(report, OffsetUnit::code_points)["offsets"] == "code-points");
  CHECK(written(report, OffsetUnit::utf16)["offsets"] == "utf-16");
  CHECK(written(report, OffsetUnit::line_column)["offsets"] == "line-column");
}

TEST_CASE("places: a byte order mark counts as bytes alone") {
  const Report report = report_of(
      "\xEF\xBB\xBF"
      "cures",
      {3, 8});
  CHECK(span_in(report, OffsetUnit::bytes) == nlohmann::json({3, 8}));
  CHECK(span_in(report, OffsetUnit::code_points) == nlohmann::json({0, 5}));
  CHECK(span_in(report, OffsetUnit::line_column) == nlohmann::json({{1, 1}, {1, 6}}));
  CHECK(Places(report, OffsetUnit::bytes).text_of({3, 8}) == "cures");
}

TEST_CASE("places: a source that is not in UTF-8 stays in bytes, and says so") {
  Report report = report_of(std::string("c\0u\0r\0e\0s\0", 10), {0, 10});
  report.encoding = "utf-16le";
  CHECK(written(report, OffsetUnit::code_points)["offsets"] == "bytes");
  CHECK(span_in(report, OffsetUnit::line_column) == nlohmann::json({0, 10}));
}

TEST_CASE("places: ill-formed bytes and a text that is not at hand leave bytes") {
  CHECK(written(report_of("\xff cures", {2, 7}), OffsetUnit::utf16)["offsets"] == "bytes");
  CHECK(written(report_of("", {2, 7}), OffsetUnit::utf16)["offsets"] == "bytes");
}

TEST_CASE("places: text taken out of a file is counted whatever the file was encoded in") {
  Report report = report_of(kText, {8, 13});
  report.encoding = "windows-1252";
  CHECK(written(report, OffsetUnit::code_points)["offsets"] == "bytes");
  report.coordinates = "extracted";
  CHECK(span_in(report, OffsetUnit::code_points) == nlohmann::json({4, 9}));
}

}  // namespace
}  // namespace claimlint::output
