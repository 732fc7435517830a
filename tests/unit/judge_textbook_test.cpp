// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claims_fixture.hpp"

namespace {

using namespace claimlint;
using fixture::lexicons_with;
using fixture::Reading;
using fixture::rule_table;
using judge::Judgement;

const std::string kTables = rule_table("cause.link.verb", "causes?") +
                            rule_table("efficacy.cure.verb", "cures?") +
                            rule_table("efficacy.treat.verb", "relieves?") + R"(
[[cue]]
id = "textbook.selling"
class = "selling"
terms = ["our"]

[[textbook]]
id = "textbook.noise"
pattern = '''noise (\w+ ){0,2}causes (\w+ ){0,2}'''
after = { condition = 3 }
clears = ["cause.link"]
source = { title = "A book", organisation = "A press", year = 2020, url = "https://example.org/book" }
want = ["w"]
absent = ["a"]
)";

std::vector<Judgement> judged(const std::string& prose) {
  return Reading(lexicons_with(kTables), prose).judgements();
}

bool any_textbook(const std::string& prose) {
  for (const Judgement& judgement : judged(prose)) {
    if (judgement.support.status == SupportStatus::textbook) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("textbook: a statement of the lexicons supports the claim, and names its source") {
  const std::vector<Judgement> all = judged("Loud noise often causes migraine.");
  REQUIRE(all.size() == 1);
  CHECK(all[0].support.status == SupportStatus::textbook);
  CHECK_FALSE(all[0].unsupported);
  CHECK(all[0].severity == Severity::none);
  REQUIRE(all[0].support.sources.size() == 1);
  CHECK(all[0].support.sources[0].kind == "textbook");
  CHECK(all[0].support.sources[0].name == "A book, A press (2020)");
  CHECK(all[0].support.sources[0].id == "textbook.noise");
  CHECK(all[0].support.sources[0].url == "https://example.org/book");
}

TEST_CASE("textbook: a statement without what must stand beside it supports nothing") {
  CHECK_FALSE(any_textbook("Noise causes trouble."));
}

TEST_CASE("textbook: a statement elsewhere in the sentence supports nothing") {
  CHECK_FALSE(any_textbook("Work causes arthritis, though noise there causes no migraine."));
}

TEST_CASE("textbook: a sentence that also sells is none") {
  CHECK_FALSE(any_textbook("Noise causes migraine, and our rooms are quiet."));
}

TEST_CASE("textbook: a sentence that also claims a cure or a remedy is none") {
  CHECK_FALSE(any_textbook("Noise causes migraine and silence cures it."));
  CHECK_FALSE(any_textbook("Noise causes migraine and silence relieves it."));
}

TEST_CASE("textbook: a statement that is denied makes no claim to support") {
  const std::vector<Judgement> all = judged("Nothing says that noise causes migraine.");
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].candidate.rejection);
  CHECK(all[0].support.status == SupportStatus::none);
}
