// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "claimlint/lexicons.hpp"
#include "output_written.hpp"

namespace claimlint::output::test {
namespace {

nlohmann::json run_of(const Report& report, const OutputOptions& options = {}) {
  return nlohmann::json::parse(written("sarif", report, options))["runs"][0];
}

nlohmann::json region_of(const nlohmann::json& run) {
  return run["results"][0]["locations"][0]["physicalLocation"]["region"];
}

/// Behind a letter of four bytes, and on the second line.
Report wide_report() {
  Report report = report_with_claim();
  report.extracted = "Hi.\n\U0001F600 Tea cures it.";
  report.sentences[0].place.span = {9, 22};
  report.sentences[0].claims[0].place.span = {13, 18};
  report.sentences[0].line = 2;
  return report;
}

TEST_CASE("sarif: a region in bytes, characters and lines") {
  const nlohmann::json run = run_of(wide_report());
  CHECK(run["columnKind"] == "unicodeCodePoints");
  const nlohmann::json wanted = {
      {"startLine", 2},   {"startColumn", 7}, {"endLine", 2},
      {"endColumn", 12},  {"charOffset", 10}, {"charLength", 5},
      {"byteOffset", 13}, {"byteLength", 5},  {"snippet", {{"text", "cures"}}}};
  CHECK(region_of(run) == wanted);
}

TEST_CASE("sarif: characters and columns in UTF-16 units where asked for") {
  OutputOptions options;
  options.offsets = OffsetUnit::utf16;
  const nlohmann::json run = run_of(wide_report(), options);
  CHECK(run["columnKind"] == "utf16CodeUnits");
  CHECK(region_of(run)["startColumn"] == 8);
  CHECK(region_of(run)["charOffset"] == 11);
  CHECK(region_of(run)["byteOffset"] == 13);
}

TEST_CASE("sarif: where characters cannot be counted, bytes and a line remain") {
  Report report = wide_report();
  report.encoding = "utf-16le";
  const nlohmann::json wanted = {{"startLine", 2}, {"byteOffset", 13}, {"byteLength", 5}};
  CHECK(region_of(run_of(report)) == wanted);
}

TEST_CASE("sarif: text taken out of a file has no region in it, but words") {
  Report report = report_with_claim();
  report.coordinates = "extracted";
  const nlohmann::json result = run_of(report)["results"][0];
  CHECK_FALSE(result["locations"][0]["physicalLocation"].contains("region"));
  CHECK(result["properties"]["words"] == "cures");
}

TEST_CASE("sarif: a claim is a result with level, fingerprint and no suppression") {
  const nlohmann::json result = run_of(report_with_claim())["results"][0];
  CHECK(result["level"] == "warning");
  CHECK(result["ruleId"] == "efficacy.cure.verb");
  CHECK(result["partialFingerprints"]["claimId/v1"] == std::string(32, '7'));
  CHECK(result["suppressions"].empty());
}

TEST_CASE("sarif: a dismissed claim is suppressed, other vetoed and supported ones are left out") {
  Report report = report_with_claim();
  Claim& claim = report.sentences[0].claims[0];
  claim.vetoed = Veto{"dismissed", "", std::nullopt};
  claim.decision = Decision{"dismiss", "A. Reviewer", "a quotation", std::nullopt, "file"};
  const nlohmann::json suppressions = run_of(report)["results"][0]["suppressions"];
  REQUIRE(suppressions.size() == 1);
  CHECK(suppressions[0]["kind"] == "external");
  CHECK(suppressions[0]["justification"] == "dismissed by A. Reviewer: a quotation");
  claim.decision->origin = "inline";
  CHECK(run_of(report)["results"][0]["suppressions"][0]["kind"] == "inSource");
  claim.vetoed->reason = "negated";
  CHECK(run_of(report)["results"].empty());
  claim.vetoed.reset();
  claim.unsupported = false;
  CHECK(run_of(report)["results"].empty());
}

TEST_CASE("sarif: braces and links of a message are text") {
  Report report = report_with_claim();
  report.sentences[0].claims[0].message = "says {0} and [this](1)";
  const std::string text = run_of(report)["results"][0]["message"]["text"];
  CHECK(text.starts_with("says {{0}} and [this] (1)."));
}

TEST_CASE("sarif: rules are those of the results, explained by the lexicons") {
  const Lexicons lexicons = Lexicons::builtin();
  OutputOptions options;
  options.lexicons = &lexicons;
  const nlohmann::json rules = run_of(report_with_claim(), options)["tool"]["driver"]["rules"];
  REQUIRE(rules.size() == 1);
  CHECK(rules[0]["id"] == "efficacy.cure.verb");
  CHECK(rules[0]["defaultConfiguration"]["level"] == "error");
  const std::string markdown = rules[0]["help"]["markdown"];
  CHECK(markdown.find("Basis:") != std::string::npos);
  CHECK(markdown.find("Not reported:") != std::string::npos);
  CHECK(std::string(rules[0]["helpUri"]).starts_with("http"));
}

TEST_CASE("sarif: what was not audited is a notification, and the run no success") {
  const nlohmann::json invocation = run_of(sample_reports().back())["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  REQUIRE(invocation["toolExecutionNotifications"].size() == 1);
  CHECK(invocation["toolExecutionNotifications"][0]["descriptor"]["id"] == "not_audited");
  CHECK(run_of(report_with_claim())["invocations"][0]["executionSuccessful"] == true);
}

}  // namespace
}  // namespace claimlint::output::test
