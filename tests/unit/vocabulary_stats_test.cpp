// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

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
  claimlint::LexiconUse use;
  use.add(claimlint::Auditor(lexicons).audit("The clinic sees podagra and more every week."));
  const claimlint::LexiconStats stats = claimlint::lexicon_stats(lexicons, &use);
  CHECK(stats.documents == 1);
  CHECK(stats.silent_rules.size() == lexicons.rules().size());
  CHECK(stats.silent_concepts.size() == 2);
}
