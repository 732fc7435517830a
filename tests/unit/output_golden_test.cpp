// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "claimlint/formats.hpp"
#include "output/html_assets.hpp"
#include "output_sample.hpp"

namespace claimlint::output::test {
namespace {

std::filesystem::path golden_file(std::string_view format) {
  const std::filesystem::path root = CLAIMLINT_SOURCE_DIR;
  return root / "tests" / "golden" / ("report." + std::string(format));
}

void replace_all(std::string& text, std::string_view old_text, std::string_view new_text) {
  for (auto at = text.find(old_text); at != std::string::npos; at = text.find(old_text, at)) {
    text.replace(at, old_text.size(), new_text);
    at += new_text.size();
  }
}

/// Script and style of pages have tests of their own, and are no part of what is compared.
std::string without_assets(std::string text) {
  for (const PageAsset& asset : {page_script(), page_style()}) {
    replace_all(text, asset.text, "(asset)");
    replace_all(text, asset.hash, "(hash)");
  }
  return text;
}

std::string written(const OutputFormat& format, const OutputOptions& options) {
  std::ostringstream out;
  const auto writer = format.writer(out, options);
  writer->begin(sample_tool());
  for (const Report& report : sample_reports()) writer->document(report);
  writer->end(sample_summary());
  return out.str();
}

TEST_CASE("output formats: each writes what its golden file holds") {
  const char* const update = std::getenv("CLAIMLINT_UPDATE_GOLDEN");
  REQUIRE_FALSE(output_formats().empty());
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    const std::string actual = without_assets(written(format, {}));
    if (update != nullptr) std::ofstream(golden_file(format.name), std::ios::binary) << actual;
    std::ifstream in(golden_file(format.name), std::ios::binary);
    REQUIRE(in);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == actual);
  }
}

TEST_CASE("output formats: none lets an article's control characters through") {
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    CHECK(written(format, {}).find('\x1b') == std::string::npos);
  }
}

TEST_CASE("output formats: names and descriptions are there, names are unique") {
  for (const OutputFormat& format : output_formats()) {
    CHECK_FALSE(format.description.empty());
    CHECK(find_output_format(format.name) == &format);
  }
  CHECK(find_output_format("no-such-format") == nullptr);
}

TEST_CASE("output formats: the filter leaves out sentences, not counts") {
  const OutputFormat& jsonl = *find_output_format("jsonl");
  OutputOptions options;
  options.sentences = SentenceFilter::flagged;
  const std::string flagged = written(jsonl, options);
  options.sentences = SentenceFilter::annotated;
  const std::string annotated = written(jsonl, options);
  CHECK(flagged.find("It eases pain") == std::string::npos);
  CHECK(annotated.find("It eases pain") != std::string::npos);
  CHECK(annotated.find("open all week") == std::string::npos);
  CHECK(flagged.find("\"sentences\":3,\"flagged\":1") != std::string::npos);
}

}  // namespace
}  // namespace claimlint::output::test
