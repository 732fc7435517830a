// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon/opening_index.hpp"
#include "lexicon/openings.hpp"
#include "lexicon_written.hpp"

namespace {

using claimlint::lexicon::find_landmarks;
using claimlint::lexicon::is_finite;
using claimlint::lexicon::Landmarks;
using claimlint::lexicon::Opening;
using claimlint::lexicon::OpeningIndex;

using Texts = std::vector<std::string>;

/// The openings as expressions have them: a blank for any white space, "..." where more follows.
Texts openings(const std::string& expression) {
  Texts texts;
  for (const Opening& opening : find_landmarks(expression).openings) {
    std::string text = opening.text;
    std::replace(text.begin(), text.end(), '\x01', ' ');
    std::replace(text.begin(), text.end(), '\x02', '_');
    std::replace(text.begin(), text.end(), '\x03', '#');
    texts.push_back(text + (opening.open ? "..." : ""));
  }
  return texts;
}

Texts needles(const std::string& expression) { return find_landmarks(expression).needles; }

/// "rank@end" of what opens at a place, in any order.
Texts found(const Texts& texts, const std::string& text, std::size_t at) {
  std::vector<OpeningIndex::Entry> entries;
  for (std::uint32_t i = 0; i < texts.size(); ++i) entries.push_back({texts[i], 0, i});
  std::vector<OpeningIndex::Found> hits;
  claimlint::sample::Written<OpeningIndex>(entries, std::size_t{1})->find(text, at, hits);
  Texts result;
  for (const auto& hit : hits) {
    result.push_back(std::to_string(hit.rank) + "@" + std::to_string(hit.end));
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

TEST_CASE("openings: a finite expression is written out in the order RE2 prefers") {
  CHECK(openings("cure[sd]?|curing") == Texts{"cures", "cured", "cure", "curing"});
  CHECK(openings("cures??") == Texts{"cure", "cures"});
  CHECK(openings("(no|not a) cure") == Texts{"no cure", "not a cure"});
  CHECK(openings("same[- ]day") == Texts{"same-day", "same_day"});
  CHECK(openings(R"(vs\.?)") == Texts{"vs.", "vs"});
  CHECK(is_finite(find_landmarks("cure[sd]?")));
}

TEST_CASE("openings: what cannot be written out leaves them open") {
  CHECK(openings("get \\w+") == Texts{"get ..."});
  CHECK(openings("\\d+ ?mg") == Texts{"#..."});
  CHECK(openings("(very )*good") == Texts{"very ...", "good"});
  CHECK(openings("no[a-z]") == Texts{"no..."});
  CHECK(openings("a  b") == Texts{"a ..."});
  CHECK_FALSE(is_finite(find_landmarks("get \\w+")));
}

TEST_CASE("openings: very many are cut short, and none is lost") {
  std::string expression;
  for (int i = 0; i < 2000; ++i) {
    expression += (i == 0 ? "" : "|") + std::string(1, static_cast<char>('a' + i % 26)) + "word" +
                  std::to_string(i);
  }
  const Texts cut = openings(expression);
  CHECK(cut.size() <= 300);
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    CHECK(std::any_of(cut.begin(), cut.end(),
                      [&](const std::string& opening) { return opening.front() == letter; }));
  }
}

TEST_CASE("openings: of what may begin with anything, something else is needed") {
  CHECK(openings("(\\w+ly )?help(s|ed)").empty());
  CHECK(needles("(\\w+ly )?help(s|ed)") == Texts{"help"});
  CHECK(needles("\\w+ (never fails|works)") == Texts{"never", "works"});
  CHECK(needles("\\w+( ever)?").empty());
  CHECK(needles("(\\w+ cure|.)").empty());
}

TEST_CASE("openings: of other syntax nothing is known") {
  for (const char* expression : {"^no", "\\bcure", "(?i)cure", "[[:alpha:]]x"}) {
    CAPTURE(expression);
    CHECK(openings(expression).empty());
    CHECK(needles(expression).empty());
  }
}

TEST_CASE("openings: the index finds all that open at a place") {
  CHECK(found({"cure", "cures", "care"}, "a cures", 2) == Texts{"0@6", "1@7"});
  CHECK(found({"cure"}, "a cures", 0).empty());
  CHECK(found({"a\x01z", "a\x02\x02", "a"}, "a \nz", 0) == Texts{"0@4", "1@3", "2@1"});
  CHECK(found({"\x03mg", "4mg", "\x03\x03"}, "4mg", 0) == Texts{"0@3", "1@3"});
}
