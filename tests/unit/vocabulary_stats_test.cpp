// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/vocabulary.hpp"
#include "temporary_folder.hpp"

namespace {

claimlint::Lexicons own_lexicons(const std::string& content) {
  const claimlint::test::TemporaryFolder folder;
  folder.write("own.toml", "why = 'a test'\nsource = 'ours'\n" + content);
  return claimlint::Lexicons::load(folder.path(), claimlint::Base::without_concepts);
}

constexpr const char* kOwn =
    "[[concept]]\nid='condition.a'\nname='gout'\nterms=['podagra']\n"
    "[[concept]]\nid='condition.b'\nname='Podagra'\n"
    "[[concept]]\nid='anatomy.c'\nname='gout'\n";

claimlint::LexiconStats stats_of(const claimlint::Lexicons& lexicons,
                                 const std::vector<std::string>& sentences) {
  claimlint::Report report;
  for (const std::string& text : sentences) {
    report.sentences.emplace_back();
    report.sentences.back().text = text;
  }
  claimlint::LexiconUse use(lexicons);
  use.add(report);
  return claimlint::lexicon_stats(lexicons, &use);
}

constexpr const char* kNecks =
    "[[concept]]\nid='condition.ache'\nname='neck ache'\nterms=['neck strain syndrome']\n"
    "[[concept]]\nid='condition.gout'\nname='gout'\n";

}  // namespace

TEST_CASE("stats: sizes are by kind and shared terms by whether their kinds differ") {
  const claimlint::LexiconStats stats = claimlint::lexicon_stats(own_lexicons(kOwn));
  REQUIRE(stats.kinds.size() == 2);
  CHECK(stats.kinds[0].kind == "anatomy");
  CHECK(stats.kinds[1].concepts == 2);
  CHECK(stats.kinds[1].terms == 3);
  REQUIRE(stats.between_kinds.size() == 1);
  CHECK(stats.between_kinds[0].term == "gout");
  REQUIRE(stats.within_kind.size() == 1);
  CHECK(stats.within_kind[0].concepts == std::vector<std::string>{"condition.a", "condition.b"});
}

TEST_CASE("stats: a corpus tells what is never used") {
  const claimlint::Lexicons lexicons = own_lexicons(kOwn);
  claimlint::LexiconUse use(lexicons);
  use.add(claimlint::Auditor(lexicons).audit("The clinic sees podagra and more every week."));
  const claimlint::LexiconStats stats = claimlint::lexicon_stats(lexicons, &use);
  CHECK(stats.documents == 1);
  CHECK(stats.silent_rules.size() == lexicons.rules().size());
  CHECK(stats.silent_concepts.size() == 2);
}

TEST_CASE("stats: a word that begins terms costs the steps that lead to none of them") {
  // "neck strain": 2 steps in vain; "neck ache": 2; "gout": 1; "neck", before a comma: 1 in vain.
  const claimlint::LexiconStats stats =
      stats_of(own_lexicons(kNecks),
               {"The neck strain is old.", "Neck ache and gout came from the neck, ache and all."});
  CHECK(stats.walks == claimlint::WalkCount{.walks = 4, .found = 2, .steps = 6, .in_vain = 3});
  REQUIRE(stats.costly_words.size() == 1);
  const claimlint::CostlyWord& neck = stats.costly_words.front();
  CHECK(neck.word == "neck");
  CHECK(neck.walks == claimlint::WalkCount{.walks = 3, .found = 1, .steps = 5, .in_vain = 3});
  CHECK(neck.terms == 4);  // "neck ache(s)", "neck strain syndrome(s)"
  CHECK(neck.example == "neck ache");
  CHECK(neck.concept_id == "condition.ache");
}

TEST_CASE("stats: what is a term only in capitals costs where it is another word") {
  const auto lexicons =
      own_lexicons("[[concept]]\nid='condition.injury'\nname='head injury'\nupper=['HI']\n");
  const claimlint::LexiconStats stats = stats_of(lexicons, {"He hurt his knee.", "HI is rare."});
  REQUIRE(stats.costly_words.size() == 1);
  CHECK(stats.costly_words[0].example == "his");
  CHECK(stats.costly_words[0].concept_id == "condition.injury");
}

TEST_CASE(
    "stats: of the words that cost most the first come, and by name where they cost the same") {
  std::string content;
  std::string text;
  for (std::size_t i = 0; i <= claimlint::kCostlyWords; ++i) {
    const std::string word = std::string("lump") + static_cast<char>('a' + i);
    content += "[[concept]]\nid='condition." + word + "'\nname='" + word + " fever'\n";
    text = word + ' ' + text;
  }
  const claimlint::LexiconStats stats = stats_of(own_lexicons(content), {text, "No lumpu here."});
  REQUIRE(stats.costly_words.size() == claimlint::kCostlyWords);
  CHECK(stats.costly_words[0].word == "lumpu");
  CHECK(stats.costly_words[0].walks.in_vain == 2);
  CHECK(stats.costly_words[1].word == "lumpa");
  CHECK(stats.costly_words.back().word == "lumps");
}
