// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "output/uri.hpp"

namespace claimlint::output {
namespace {

Report report_at(const std::string& url) {
  Report report;
  report.source = {url, "example.org", "A page", "2026-01-31"};
  return report;
}

std::optional<std::string> link_to(std::string_view text,
                                   const std::string& url = "https://example.org/a") {
  Sentence sentence;
  sentence.text = text;
  return text_link(report_at(url), sentence);
}

std::string uri_of(std::string path) {
  Report report;
  report.path = std::move(path);
  return file_uri(report);
}

TEST_CASE("links: the words of a sentence, with all that a directive gives a meaning to escaped") {
  CHECK(*link_to("Well-known, safe & quick.") ==
        "https://example.org/a#:~:text=Well%2Dknown%2C%20safe%20%26%20quick.");
}

TEST_CASE("links: letters beyond ASCII are escaped by their bytes") {
  CHECK(*link_to("caf\u00e9") == "https://example.org/a#:~:text=caf%C3%A9");
}

TEST_CASE("links: line ends and runs of blanks are one blank, as on the page") {
  CHECK(*link_to("It cures\n  migraine") == "https://example.org/a#:~:text=It%20cures%20migraine");
}

TEST_CASE("links: a long sentence is found by its first and last words") {
  std::string text;
  for (int i = 1; i <= 60; ++i) text += "word" + std::to_string(i) + " ";
  CHECK(*link_to(text) ==
        "https://example.org/a#:~:text=word1%20word2%20word3%20word4%20word5,"
        "word56%20word57%20word58%20word59%20word60");
}

TEST_CASE("links: a fragment stays, a text directive that is there is replaced") {
  CHECK(*link_to("x", "https://example.org/a#top") == "https://example.org/a#top:~:text=x");
  CHECK(*link_to("x", "https://example.org/a#:~:text=old") == "https://example.org/a#:~:text=x");
}

TEST_CASE("links: none without a URL, without words, or to what a reader does not see") {
  CHECK_FALSE(link_to(" "));
  Sentence sentence;
  sentence.text = "words";
  CHECK_FALSE(text_link(Report{}, sentence));
  const Report report = report_at("https://example.org");
  CHECK(text_link(report, sentence));
  sentence.block = BlockKind::hidden;
  CHECK_FALSE(text_link(report, sentence));
}

TEST_CASE("file URIs: what is no plain letter of a path is escaped, slashes are not") {
  CHECK(uri_of("in/a b.txt") == "in/a%20b.txt");
  CHECK(uri_of("50%/c:d.txt") == "50%25/c%3Ad.txt");
  CHECK(uri_of("/srv/a.txt") == "file:///srv/a.txt");
}

TEST_CASE("file URIs: a name that is no UTF-8 is written by its bytes") {
  Report report;
  report.path = "a%FF.txt";
  report.path_bytes = "61ff2e747874";
  CHECK(file_uri(report) == "a%FF.txt");
}

}  // namespace
}  // namespace claimlint::output
