// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claimlint/path_patterns.hpp"

namespace claimlint {
namespace {

using Names = std::vector<std::string>;

bool fits(const std::string& pattern, const std::string& path, bool is_folder = false) {
  return PathPatterns({pattern}).decide(path, is_folder).value_or(false);
}

TEST_CASE("path patterns: none fit nothing") {
  CHECK(PathPatterns().empty());
  CHECK_FALSE(PathPatterns().decide("a", false));
  CHECK_FALSE(PathPatterns().cover("a/b"));
}

TEST_CASE("path patterns: without a slash a name at any depth fits") {
  CHECK(fits("a.txt", "a.txt"));
  CHECK(fits("a.txt", "x/y/a.txt"));
  CHECK(fits("*.txt", "x/.txt"));
  CHECK_FALSE(fits("a.txt", "a.txt/b"));
  CHECK_FALSE(fits("A.txt", "a.txt"));
}

TEST_CASE("path patterns: with a slash a path fits from the top") {
  CHECK(fits("/a.txt", "a.txt"));
  CHECK_FALSE(fits("/a.txt", "x/a.txt"));
  CHECK(fits("x/*.txt", "x/a.txt"));
  CHECK_FALSE(fits("x/*.txt", "y/x/a.txt"));
  CHECK_FALSE(fits("x/*.txt", "x/y/a.txt"));
  CHECK_FALSE(fits("x//a", "x/a"));
}

TEST_CASE("path patterns: two stars are for any number of folders") {
  for (const char* path : {"a/b", "a/x/b", "a/x/y/b"}) {
    CHECK_MESSAGE(fits("a/**/b", path), path);
    CHECK_MESSAGE(fits("**/b", path), path);
    CHECK_MESSAGE(fits("a/**", path), path);
  }
  CHECK(fits("**/b", "b"));
  CHECK_FALSE(fits("a/**", "a", true));
  CHECK_FALSE(fits("a/**/b", "a/xb"));
  CHECK(fits("a/**/x/**/b", "a/x/q/x/r/b"));
  CHECK_FALSE(fits("a/**/x/**/b", "a/q/b"));
}

TEST_CASE("path patterns: two stars within a name are one") {
  CHECK(fits("a**z", "abcz"));
  CHECK(fits("x/a**z", "x/abcz"));
  CHECK_FALSE(fits("x/a**z", "x/ab/cz"));
}

TEST_CASE("path patterns: stars give way as far as needed") {
  CHECK(fits("*a*b*c", "xaxbxbxc"));
  CHECK_FALSE(fits("*a*b*c", "xaxbxbx"));
  CHECK(fits("?b", "ab"));
  CHECK_FALSE(fits("?b", "b"));
}

TEST_CASE("path patterns: a long row of stars costs no more than its length") {
  std::string pattern;
  for (int i = 0; i < 2000; ++i) pattern += "*a";
  CHECK_FALSE(fits(pattern + "b", std::string(4000, 'a')));
}

TEST_CASE("path patterns: brackets hold bytes, ranges and classes") {
  CHECK(fits("[a-cx]", "b"));
  CHECK(fits("[a-cx]", "x"));
  CHECK_FALSE(fits("[a-cx]", "d"));
  CHECK(fits("[!a-c]", "d"));
  CHECK(fits("[^a-c]", "d"));
  CHECK_FALSE(fits("[!a-c]", "a"));
  CHECK(fits("[]-]", "]"));
  CHECK(fits("[]-]", "-"));
  CHECK(fits("[[:digit:][:upper:]]", "7"));
  CHECK(fits("[[:digit:][:upper:]]", "Q"));
  CHECK_FALSE(fits("[[:digit:]]", "q"));
  CHECK(fits("[\\]]", "]"));
  CHECK_FALSE(fits("x[!a]y", "x/y"));
}

TEST_CASE("path patterns: what makes no sense fits nothing") {
  for (const char* pattern : {"[a", "[[:nonsense:]]", "a\\", "[a-", "[", "!", "/", "", "!["}) {
    CHECK_MESSAGE(PathPatterns({pattern}).decide("a", true) == std::nullopt, pattern);
  }
}

TEST_CASE("path patterns: a backslash takes a meaning away") {
  CHECK(fits("\\*", "*"));
  CHECK_FALSE(fits("\\*", "a"));
  CHECK(fits("\\!a", "!a"));
  CHECK(fits("\\#a", "#a"));
}

TEST_CASE("path patterns: with a slash at its end a folder fits, and so does what is in it") {
  CHECK(fits("drafts/", "x/drafts", true));
  CHECK_FALSE(fits("drafts/", "drafts", false));
  CHECK(PathPatterns({"drafts/"}).cover("x/drafts/y/a.txt"));
  CHECK_FALSE(PathPatterns({"drafts/"}).cover("x/drafts"));
}

TEST_CASE("path patterns: the last that fits decides, but not within a folder that fits") {
  const PathPatterns files({"*.txt", "!keep.txt", "keep.txt.txt"});
  CHECK(files.decide("a.txt", false) == true);
  CHECK(files.decide("keep.txt", false) == false);
  CHECK(files.decide("a.md", false) == std::nullopt);
  const PathPatterns folder({"drafts/", "!drafts/keep.txt"});
  CHECK(folder.cover("drafts/keep.txt"));
}

TEST_CASE("ignore file: lines, comments and blanks") {
  const auto patterns = PathPatterns::of_ignore_file(
      "\xEF\xBB\xBF"
      "first\n\n# comment\n\\#hash\nblanks  \nkept\\ \r\nlast");
  for (const char* name : {"first", "#hash", "blanks", "kept ", "last"}) {
    CHECK_MESSAGE(patterns.cover(name), name);
  }
  for (const char* name : {"# comment", "comment", "", "blanks  ", "kept"}) {
    CHECK_MESSAGE(!patterns.cover(name), name);
  }
}

}  // namespace
}  // namespace claimlint
