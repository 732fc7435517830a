// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "output/json_writer.hpp"
#include "output/report_json.hpp"
#include "output_sample.hpp"

namespace claimlint::output {
namespace {

std::string json_string(std::string_view value) {
  std::string out;
  JsonWriter(out).string(value);
  return out;
}

std::string json_number(double value) {
  std::string out;
  JsonWriter(out).number(value);
  return out;
}

std::string json_points(double value) {
  std::string out;
  JsonWriter(out).points(value);
  return out;
}

TEST_CASE("json: plain text is quoted") { CHECK(json_string("caf\u00e9") == "\"caf\u00e9\""); }

TEST_CASE("json: quotes, backslashes and controls are escaped") {
  CHECK(json_string("a\"b\\c\n\t\x01\x7f") == R"("a\"b\\c\n\t\u0001\u007f")");
  CHECK(json_string(std::string("\0", 1)) == R"("\u0000")");
}

TEST_CASE("json: line separators that JavaScript ends a line at are escaped") {
  CHECK(json_string("a\u2028b\u2029c\u0085") == R"("a\u2028b\u2029c\u0085")");
}

TEST_CASE("json: ill-formed bytes become replacement characters") {
  CHECK(json_string("a\xff"
                    "b") == "\"a\ufffdb\"");
  CHECK(json_string("\xe2\x82") == "\"\ufffd\"");                  // cut off
  CHECK(json_string("\xed\xa0\x80") == "\"\ufffd\ufffd\ufffd\"");  // a surrogate
  CHECK(json_string("\xc0\xaf") == "\"\ufffd\ufffd\"");            // overlong
  CHECK(json_string("\xf4\x90\x80\x80") == "\"\ufffd\ufffd\ufffd\ufffd\"");
  CHECK(json_string("\U0010FFFF") == "\"\U0010FFFF\"");
}

TEST_CASE("json: numbers have the shortest digits that read back") {
  CHECK(json_number(0.25) == "0.25");
  CHECK(json_number(0.1) == "0.1");
  CHECK(json_number(3) == "3");
  CHECK(json_number(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("json: points have one decimal and no negative zero") {
  CHECK(json_points(71.46) == "71.5");
  CHECK(json_points(0) == "0.0");
  CHECK(json_points(-0.01) == "0.0");
  CHECK(json_points(std::nan("")) == "null");
}

TEST_CASE("json: a quantity has value and unit, other mentions a concept") {
  std::string out;
  JsonWriter writer(out);
  write_document(writer, test::sample_reports().front(), {});
  const auto document = nlohmann::json::parse(out);
  const auto& concept_mention = document["sentences"][0]["mentions"][0];
  CHECK(concept_mention["concept"] == "treatment.adjustment");
  CHECK_FALSE(concept_mention.contains("unit"));
  const auto& quantity = document["sentences"][1]["mentions"][0];
  CHECK(quantity["value"] == 0.25);
  CHECK(quantity["unit"].is_null());
  CHECK_FALSE(quantity.contains("concept"));
}

TEST_CASE("json: parts are there only where the words stand in pieces") {
  std::string out;
  JsonWriter writer(out);
  write_document(writer, test::sample_reports().front(), {});
  const auto document = nlohmann::json::parse(out);
  CHECK_FALSE(document["sentences"][0].contains("parts"));
  CHECK(document["sentences"][1]["parts"].size() == 3);
}

TEST_CASE("json: the keys of a document stand in the order of the schema") {
  std::string out;
  JsonWriter writer(out);
  write_document(writer, test::sample_reports().back(), {});
  const auto document = nlohmann::ordered_json::parse(out);
  std::string keys;
  for (const auto& item : document.items()) keys += item.key() + " ";
  CHECK(keys ==
        "kind schema path path_bytes source format encoding language bytes sha256 content_sha256 "
        "coordinates offsets status reasons notes findings score sentences ");
  CHECK(document["score"].is_null());
}

}  // namespace
}  // namespace claimlint::output
