// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lexicon/literals.hpp"

using claimlint::lexicon::Literals;
using Indices = std::vector<int>;

TEST_CASE("literals: none in none") {
  CHECK(Literals({}).find("any text") == Indices{});
  CHECK(Literals({"pain"}).find("") == Indices{});
  CHECK(Literals({"pain"}).find("pai npain") == Indices{0});
}

TEST_CASE("literals: each is told once, also within others and overlapping") {
  const Literals literals({"she", "he", "hers", "his", "ers"});
  CHECK(literals.find("ushers") == Indices{0, 1, 2, 4});
  CHECK(literals.find("hishis") == Indices{3});
  CHECK(literals.find("h-e-r-s") == Indices{});
}

TEST_CASE("literals: as a search for each by itself finds them") {
  // Every word over a small alphabet up to a length, in a text that holds some of them.
  std::vector<std::string> words{"a", "b", "c"};
  for (std::size_t i = 0; words.size() < 120; ++i) {
    for (const char letter : {'a', 'b', 'c'}) words.push_back(words[i] + letter);
  }
  const Literals literals(words);
  const std::string text =
      "abcacbaabbcc\xC3\xA9"
      "cabbac";
  Indices expected;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (text.find(words[i]) != std::string::npos) expected.push_back(static_cast<int>(i));
  }
  CHECK(literals.find(text) == expected);
}
