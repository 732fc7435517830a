// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claims_fixture.hpp"

namespace {

using namespace claimlint;
using fixture::lexicons_with;
using fixture::Piece;
using fixture::Reading;
using Outcomes = std::vector<std::string>;

const std::string kWeTreat = R"(
[[rule]]
id = "efficacy.treat.we-treat"
type = "efficacy.treat"
pattern = '''we treat|relieves'''
after = { condition = 6 }
spreads = true
message = "m"
want = ["w"]
absent = ["a"]
)";

}  // namespace

TEST_CASE("spread: the items below a heading make its claim where they name what it asks for") {
  const Reading reading(lexicons_with(kWeTreat), {{BlockKind::heading, "What we treat"},
                                                  {BlockKind::list_item, "Migraine"},
                                                  {BlockKind::list_item, "Opening hours"},
                                                  {BlockKind::list_item, "Arthritis"}});
  CHECK(reading.outcomes() == Outcomes{"efficacy.treat.we-treat@0!role",
                                       "efficacy.treat.we-treat@1", "efficacy.treat.we-treat@3"});
  const claims::Candidate item = reading.candidates()[1];
  CHECK(reading.role(item, "condition") == "migraine");
  CHECK(reading.role(item, "heading") == "we treat");
}

TEST_CASE("spread: a line right before a list spreads, one further up does not") {
  const auto lexicons = lexicons_with(kWeTreat);
  const Reading near(lexicons,
                     {{BlockKind::prose, "With it we treat:"}, {BlockKind::list_item, "Migraine"}});
  CHECK(near.outcomes().back() == "efficacy.treat.we-treat@1");
  const Reading far(lexicons, {{BlockKind::prose, "With it we treat people."},
                               {BlockKind::prose, "Now to something else:"},
                               {BlockKind::list_item, "Migraine"}});
  CHECK(far.outcomes() == Outcomes{"efficacy.treat.we-treat@0!role"});
}

TEST_CASE("spread: the list ends where other text begins") {
  const Reading reading(lexicons_with(kWeTreat), {{BlockKind::heading, "What we treat"},
                                                  {BlockKind::list_item, "Migraine"},
                                                  {BlockKind::prose, "Arthritis is common."},
                                                  {BlockKind::list_item, "Arthritis"}});
  CHECK(reading.outcomes() ==
        Outcomes{"efficacy.treat.we-treat@0!role", "efficacy.treat.we-treat@1"});
}

TEST_CASE("spread: an item that denies it is rejected") {
  const Reading reading(lexicons_with(kWeTreat), {{BlockKind::heading, "What we treat"},
                                                  {BlockKind::list_item, "Not migraine"}});
  CHECK(reading.outcomes() ==
        Outcomes{"efficacy.treat.we-treat@0!role", "efficacy.treat.we-treat@1!negated"});
}

TEST_CASE("spread: a question above a list does not spread") {
  const Reading reading(lexicons_with(kWeTreat), {{BlockKind::heading, "Can we treat it?"},
                                                  {BlockKind::list_item, "Migraine"}});
  CHECK(reading.outcomes() == Outcomes{"efficacy.treat.we-treat@0!role"});
}

TEST_CASE("spread: an item keeps the trigger of its own") {
  const Reading reading(lexicons_with(kWeTreat), {{BlockKind::heading, "What we treat"},
                                                  {BlockKind::list_item, "It relieves migraine"}});
  REQUIRE(reading.outcomes().back() == "efficacy.treat.we-treat@1");
  CHECK(reading.role(reading.candidates().back(), "heading").empty());
}

TEST_CASE("spread: a claim that is whole spreads as well as one that lacks its role") {
  const Reading reading(lexicons_with(kWeTreat), {{BlockKind::heading, "Here we treat migraine"},
                                                  {BlockKind::list_item, "Arthritis"}});
  CHECK(reading.outcomes() == Outcomes{"efficacy.treat.we-treat@0", "efficacy.treat.we-treat@1"});
}

TEST_CASE("spread: what is no claim for another reason than a role does not spread") {
  const std::string headings = kWeTreat + "in = [\"heading\"]\n";
  const Reading reading(lexicons_with(headings), {{BlockKind::prose, "With it we treat:"},
                                                  {BlockKind::list_item, "Migraine"}});
  CHECK(reading.outcomes() == Outcomes{"efficacy.treat.we-treat@0!block"});
}

TEST_CASE("spread: only rules that say so spread") {
  const Reading reading(
      lexicons_with(fixture::rule_table("efficacy.treat.verb", "we treat")),
      {{BlockKind::heading, "What we treat"}, {BlockKind::list_item, "Migraine"}});
  CHECK(reading.outcomes() == Outcomes{"efficacy.treat.verb@0"});
}
