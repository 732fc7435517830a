// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "lexicon/literals.hpp"
#include "lexicon_written.hpp"

namespace {

using Indices = std::vector<std::uint32_t>;

claimlint::sample::Written<claimlint::lexicon::Literals> literals_of(
    const std::vector<std::string>& literals) {
  return claimlint::sample::Written<claimlint::lexicon::Literals>(literals, literals.size());
}

/// Which literals occur in a text.
Indices found(const claimlint::lexicon::Literals& literals, const std::string& text) {
  std::set<std::uint32_t> indices;
  literals.find(text,
                [&](std::uint32_t literal, std::uint32_t /*last*/) { indices.insert(literal); });
  return {indices.begin(), indices.end()};
}

}  // namespace

TEST_CASE("literals: none in none") {
  CHECK(found(*literals_of({}), "any text") == Indices{});
  CHECK(found(*literals_of({"pain"}), "") == Indices{});
  CHECK(found(*literals_of({"pain"}), "pai npain") == Indices{0});
}

TEST_CASE("literals: each is told wherever it ends") {
  const auto literals = literals_of({"he", "she"});
  std::vector<std::pair<std::uint32_t, std::uint32_t>> told;
  literals->find("he she", [&](std::uint32_t literal, std::uint32_t last) {
    told.emplace_back(literal, last);
  });
  std::ranges::sort(told);
  CHECK(told == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}, {0, 5}, {1, 5}});
}

TEST_CASE("literals: each is told once, also within others and overlapping") {
  const auto literals = literals_of({"she", "he", "hers", "his", "ers"});
  CHECK(found(*literals, "ushers") == Indices{0, 1, 2, 4});
  CHECK(found(*literals, "hishis") == Indices{3});
  CHECK(found(*literals, "h-e-r-s") == Indices{});
}

TEST_CASE("literals: as a search for each by itself finds them") {
  // Every word over a small alphabet up to a length, in a text that holds some of them.
  std::vector<std::string> words{"a", "b", "c"};
  for (std::size_t i = 0; words.size() < 120; ++i) {
    for (const char letter : {'a', 'b', 'c'}) words.push_back(words[i] + letter);
  }
  const auto literals = literals_of(words);
  const std::string text =
      "abcacbaabbcc\xC3\xA9"
      "cabbac";
  Indices expected;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (text.find(words[i]) != std::string::npos) expected.push_back(static_cast<std::uint32_t>(i));
  }
  CHECK(found(*literals, text) == expected);
}
