// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lexicon/programs.hpp"
#include "lexicon_written.hpp"

namespace {

using claimlint::lexicon::MatchMemory;
using claimlint::lexicon::Programs;
using Texts = std::vector<std::string>;

std::string text_of(const std::string& text, std::size_t at, std::optional<std::size_t> end) {
  return end ? text.substr(at, *end - at) : "none";
}

/// What the expression matches at a place.
std::string match(const std::string& expression, const std::string& text, std::size_t at = 0) {
  const claimlint::sample::Written<Programs> programs(Texts{expression});
  REQUIRE(programs->knows(0));
  MatchMemory memory;
  return text_of(text, at, programs->match_at(0, text, at, memory));
}

std::string longest(const std::string& expression, const std::string& text) {
  const claimlint::sample::Written<Programs> programs(Texts{expression});
  MatchMemory memory;
  return text_of(text, 0, programs->longest_at(0, text, 0, memory));
}

bool is_known(const std::string& expression) {
  return claimlint::sample::Written<Programs>(Texts{expression})->knows(0);
}

}  // namespace

TEST_CASE("programs: of alternatives the first that fits, not the longest") {
  CHECK(match("cure|cures all", "cures all") == "cures all");
  CHECK(match("cures|cures all", "cures all") == "cures");
  CHECK(match("(a|a b|a b c)( d)?", "a b c d") == "a");
  CHECK(longest("cures|cures all", "cures all") == "cures all");
}

TEST_CASE("programs: as much as goes, or as little where a question mark says so") {
  CHECK(match("\\w+( \\w+)*", "one two, three") == "one two");
  CHECK(match("\\w+( \\w+){0,2}", "a b c d") == "a b c");
  CHECK(match("\\w+( \\w+){0,2}?", "a b c d") == "a");
  CHECK(match("[^.]{0,8}? b", "a a b b.") == "a a b");
  CHECK(match("[^.]{0,9} b", "a a b b.") == "a a b b");
  CHECK(match("(\\w+ ){2,3}end", "a b c d end") == "none");
  CHECK(match("(\\w+ ){2,3}end", "b c d end") == "b c d end");
}

TEST_CASE("programs: what was taken too eagerly is given back") {
  CHECK(match("\\w+ly", "badly") == "badly");
  CHECK(match("[a-z ]{0,9}harm", "no real harm harm") == "no real harm");
  CHECK(match("(every |each )*each one", "every each one") == "every each one");
  CHECK(match("a [^.]{2,3}c", "a  bc") == "a  bc");
}

TEST_CASE("programs: a match ends where a word does") {
  CHECK(match("cure", "cured") == "none");
  CHECK(match("cured?", "cured") == "cured");
  CHECK(match("\\d+%", "5% of") == "5%");
}

TEST_CASE("programs: edges, ends and begins") {
  CHECK(match("[^.]{0,9}\\bgp\\b", "an mgp gp") == "an mgp gp");
  CHECK(match("[^.]{0,9}\\bgp\\b", "an mgp") == "none");
  CHECK(match("gone( by|$)", "gone") == "gone");
  CHECK(match("gone( by|$)", "gone now") == "none");
  CHECK(match("^so", "so") == "so");
  CHECK(match("^so", "and so", 4) == "none");
}

TEST_CASE("programs: characters of several bytes are one each") {
  CHECK(match("[^.]{3}x", "\xC3\xA9\xD0\xB6\xE2\x82\xACx") == "\xC3\xA9\xD0\xB6\xE2\x82\xACx");
  CHECK(match("[^.]{2}x", "\xC3\xA9\xD0\xB6\xE2\x82\xACx") == "none");
  CHECK(match("[\xC2\xA3$]\\d+",
              "\xC2\xA3"
              "5") ==
        "\xC2\xA3"
        "5");
  CHECK(match(".{0,3}\xD0\xB6", "\xC3\xA9\xC3\xA9\xD0\xB6") == "\xC3\xA9\xC3\xA9\xD0\xB6");
}

TEST_CASE("programs: many alternatives, some of which begin with anything") {
  CHECK(match("(so|some|any|\\w+n't|never|(very )?little)( of)? it", "isn't it") == "isn't it");
  CHECK(match("(so|some|any|\\w+n't|never|(very )?little)( of)? it", "some of it") == "some of it");
  CHECK(match("(so|some|any|\\w+n't|never|(very )?little)( of)? it", "very little it") ==
        "very little it");
  CHECK(match("(a|b|(c )?|d)end", "end") == "end");
  CHECK(match("(a|b|(c)?|d)\\d?", "c") == "c");
}

TEST_CASE("programs: other syntax is left to RE2") {
  for (const char* expression : {"(?i)cure", "(a?)*b", "\\pLx", "[[:alpha:]]x", "[^\xC2\xA3]x"}) {
    CAPTURE(expression);
    CHECK_FALSE(is_known(expression));
  }
  CHECK(is_known("(a?){0,1}b"));
}

TEST_CASE("programs: what could be tried in ever so many ways takes no time") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "aa ";
  CHECK(match("((a|a)+ ?)*b", text) == "none");
  CHECK(match("(\\w+ ?)+(\\w+ ?)+(\\w+ ?)+b", text) == "none");
  CHECK(match("(a+a+ ?)+b", text) == "none");
}
