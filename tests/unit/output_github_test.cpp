// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "output_written.hpp"

namespace claimlint::output::test {
namespace {

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

TEST_CASE("github: an annotation with file, place, type and message") {
  CHECK(first_line(written("github", report_with_claim())) ==
        "::warning file=a.txt,line=1,endLine=1,col=5,endColumn=10,title=efficacy.cure::\"cures\" "
        "says that tea cures it. Support: none found.");
}

TEST_CASE("github: severities are error, warning and notice") {
  Report report = report_with_claim();
  report.sentences[0].claims[0].severity = Severity::high;
  CHECK(written("github", report).starts_with("::error "));
  report.sentences[0].claims[0].severity = Severity::low;
  CHECK(written("github", report).starts_with("::notice "));
}

TEST_CASE("github: no text begins a command, ends one or adds a property") {
  Report report = report_with_claim();
  report.path = "a,line=9:%\n::set-output name=x::y.txt";
  report.sentences[0].claims[0].message = "100%\r\n::error::gone";
  const std::string text = written("github", report);
  CHECK(text.starts_with("::warning file=a%2Cline=9%3A%25%0A%3A%3Aset-output name=x%3A%3Ay.txt,"));
  CHECK(text.find("100%25 ::error::gone") != std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(text.find("\n::") == std::string::npos);
}

TEST_CASE("github: columns are given within a line alone") {
  Report report = report_with_claim();
  report.extracted = "Tea cu\nres it.";
  report.sentences[0].claims[0].place.span = {4, 10};
  report.sentences[0].place.span = {0, 14};
  const std::string text = written("github", report);
  CHECK(text.find("line=1,endLine=2,title") != std::string::npos);
}

TEST_CASE("github: text taken out of a file has no lines in it") {
  Report report = report_with_claim();
  report.coordinates = "extracted";
  CHECK(written("github", report).starts_with("::warning file=a.txt,title=efficacy.cure::"));
}

TEST_CASE("github: claims that do not count and lesser ones are left out") {
  Report report = report_with_claim();
  OutputOptions options;
  options.at_least = Severity::high;
  CHECK(written("github", report, options).find("::") == std::string::npos);
  report.sentences[0].claims[0].unsupported = false;
  CHECK(written("github", report).find("::") == std::string::npos);
}

TEST_CASE("github: a document that was not audited is a warning") {
  CHECK(written("github", sample_reports().back())
            .starts_with("::warning file=gone.txt,title=not audited in full::not audited "
                         "(unreadable)\n"));
}

}  // namespace
}  // namespace claimlint::output::test
