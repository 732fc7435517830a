// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/opening_index.hpp"
#include "lexicon/openings.hpp"
#include "text/text.hpp"

namespace {

using claimlint::lexicon::find_landmarks;
using claimlint::lexicon::Landmarks;
using claimlint::lexicon::OpeningIndex;

using Texts = std::vector<std::string>;

/// Symbols as expressions have them: a blank for any white space.
Texts readable(Texts texts) {
  for (std::string& text : texts) {
    std::replace(text.begin(), text.end(), '\x01', ' ');
    std::replace(text.begin(), text.end(), '\x02', '_');
    std::replace(text.begin(), text.end(), '\x03', '#');
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

/// The openings of all ways.
Texts openings(const std::string& expression) {
  Texts texts;
  for (const Landmarks& way : find_landmarks(expression)) {
    texts.insert(texts.end(), way.openings.begin(), way.openings.end());
  }
  return readable(std::move(texts));
}

/// The needles of the only way.
Texts needles(const std::string& expression) {
  const std::vector<Landmarks> ways = find_landmarks(expression);
  REQUIRE(ways.size() == 1);
  return ways.front().needs.empty() ? Texts{} : readable(ways.front().needs.front());
}

/// Which of the texts stand at a place.
std::vector<std::uint32_t> found(const Texts& texts, const std::string& text, std::size_t at) {
  OpeningIndex::Texts entries;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    entries.emplace_back(texts[i], OpeningIndex::Entry{i, OpeningIndex::kNoGates});
  }
  claimlint::lexicon::FlatWriter out;
  OpeningIndex::write(entries, out);
  const std::string bytes = out.take();
  claimlint::lexicon::FlatReader in(bytes);
  const OpeningIndex index(in, texts.size(), 0);
  std::vector<std::uint32_t> hits;
  index.find(text, at, [&](OpeningIndex::Entry entry) { hits.push_back(entry.pattern); });
  std::sort(hits.begin(), hits.end());
  return hits;
}

}  // namespace

TEST_CASE("openings: a finite expression is written out") {
  CHECK(openings("cure[sd]?|curing") == Texts{"cure", "cured", "cures", "curing"});
  CHECK(openings("(no|not a) cure") == Texts{"no cure", "not a cure"});
  CHECK(openings("same[- ]day") == Texts{"same-day", "same_day"});
  CHECK(openings(R"(vs\.?)") == Texts{"vs", "vs."});
  CHECK(openings(R"(\b(no|never)\b)") == Texts{"never", "no"});
  CHECK(openings("[a-c]x") == Texts{"ax", "bx", "cx"});
}

TEST_CASE("openings: what cannot be written out is left out") {
  CHECK(openings("get \\w+") == Texts{"get "});
  CHECK(openings("\\d+ ?mg") == Texts{"#"});
  CHECK(openings("(very )*good") == Texts{"good", "very "});
  CHECK(openings("no[a-z]") == Texts{"no"});
}

TEST_CASE("openings: very many are cut short, and none is lost") {
  std::string expression;
  for (int i = 0; i < 2000; ++i) {
    expression += (i == 0 ? "" : "|") + std::string(1, static_cast<char>('a' + i % 26)) + "word" +
                  std::to_string(i);
  }
  const Texts cut = openings("(" + expression + ")+");
  CHECK(cut.size() <= 300);
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    CHECK(std::any_of(cut.begin(), cut.end(),
                      [&](const std::string& opening) { return opening.front() == letter; }));
  }
}

TEST_CASE("openings: however many follow an option, none is empty") {
  std::string many;
  for (int i = 0; i < 400; ++i) many += (i == 0 ? "" : "|") + ("w" + std::to_string(i));
  const Texts found = openings("(so |very |a good |rather )?(" + many + ")");
  CHECK(!found.empty());
  CHECK(std::ranges::count(found, "") == 0);
  CHECK(std::ranges::count(found, "very ") == 1);
}

TEST_CASE("openings: each way that an expression begins with has its own") {
  const auto ways = find_landmarks("(cures|\\w+ heals|(never )?ends) (all|most) pain");
  REQUIRE(ways.size() == 4);
  CHECK(readable(ways[0].openings) == Texts{"cures all ", "cures most"});
  CHECK(ways[1].openings.empty());
  CHECK(readable(ways[1].needs.front()) == Texts{"heals"});
  CHECK(readable(ways[2].needs.front()) == Texts{"ends"});
}

TEST_CASE("openings: what must stand behind them as well") {
  CHECK(needles("the (\\w+ )?(liver|gut|skin)") == Texts{"gut", "liver", "skin"});
  CHECK(needles("the (\\w+ )?(liver|of)").empty());
  CHECK(needles("help\\w* the liver") == Texts{"the liver"});
  CHECK(find_landmarks("help\\w* the liver").front().at_words);
}

TEST_CASE("openings: two lists of what must stand behind them, the rarer first") {
  const auto ways = find_landmarks("we (help|ease) \\w+ (pain|sciatica) (for good|always)");
  REQUIRE(ways.size() == 1);
  REQUIRE(ways.front().needs.size() == 2);
  CHECK(readable(ways.front().needs[0]) == Texts{"always", "for good"});
  CHECK(readable(ways.front().needs[1]) == Texts{"ease", "help"});
}

TEST_CASE("openings: of what may begin with anything, something else is needed") {
  CHECK(openings("\\w+ly help(s|ed)").empty());
  CHECK(needles("\\w+ly help(s|ed)") == Texts{"help"});
  CHECK(needles("\\w+ (never fails|works)") == Texts{"never fail", "works"});
  CHECK(needles("[^.]{0,9}\\b(rare|nhs)\\b") == Texts{"nhs", "rare"});
  CHECK_FALSE(find_landmarks("[^.]{0,9}(rare|nhs)").front().at_words);
  CHECK(needles("\\w+( ever)?").empty());
  CHECK(needles("\\w+(| cure)").empty());
}

TEST_CASE("openings: of other syntax nothing is known") {
  for (const char* expression : {"(?i)cure", "[[:alpha:]]x", "\\Bcure", "\\pLx"}) {
    CAPTURE(expression);
    CHECK(find_landmarks(expression).empty());
  }
}

TEST_CASE("openings: the index finds all that open at a place") {
  using Indices = std::vector<std::uint32_t>;
  CHECK(found({"cure", "cures", "care"}, "a cures", 2) == Indices{0, 1});
  CHECK(found({"cure"}, "a cures", 0).empty());
  CHECK(found({"a\x01z", "a\x02\x02", "a"}, "a \nz", 0) == Indices{0, 1, 2});
  CHECK(found({"\x03mg", "4mg", "\x03\x03"}, "4mg", 0) == Indices{0, 1});
}
