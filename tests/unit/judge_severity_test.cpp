// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claims_fixture.hpp"
#include "lexicon_show.hpp"

namespace {

using namespace claimlint;
using fixture::lexicons_with;
using fixture::Piece;
using fixture::Reading;
using judge::Judgement;

const std::string kRules = R"(
[[cue]]
id = "lasts.permanent"
class = "lasts"
terms = ["for good"]

[[rule]]
id = "efficacy.treat.verb"
type = "efficacy.treat"
pattern = '''relieves?'''
severity_if = [
    { when = "lasts.permanent !testimonial", severity = "high" },
    { when = "heading !claim", severity = "low" },
    { when = "persuasion.urgency|cause", severity = "high" },
    { when = "anatomy", severity = "low" },
]
message = "m"
want = ["w"]
absent = ["a"]

[[rule]]
id = "persuasion.urgency.now"
type = "persuasion.urgency"
pattern = '''act now'''
message = "m"
want = ["w"]
absent = ["a"]
)";

Judgement treatment(const std::vector<Piece>& pieces) {
  for (const Judgement& judgement : Reading(lexicons_with(kRules), pieces).judgements()) {
    if (judgement.candidate.rule == 0) return judgement;
  }
  FAIL("no claim");
  return {};
}

Judgement treatment(const std::string& prose) { return treatment({{BlockKind::prose, prose}}); }

}  // namespace

TEST_CASE("severity: words in the sentence make a case hold, and are named") {
  const Judgement judgement = treatment("It relieves migraine for good.");
  CHECK(judgement.severity == Severity::high);
  CHECK(judgement.reasons ==
        std::vector<std::string>{"efficacy.treat.verb, lasts.permanent (for good), no testimonial: "
                                 "high"});
}

TEST_CASE("severity: a mention of a kind makes a case hold, and is named") {
  CHECK(treatment("It relieves migraine in the neck.").reasons ==
        std::vector<std::string>{"efficacy.treat.verb, anatomy (neck): low"});
}

TEST_CASE("severity: a heading alone is mild, with another claim it is not") {
  CHECK(treatment({{BlockKind::heading, "It relieves migraine"}}).severity == Severity::low);
  CHECK(treatment({{BlockKind::heading, "It relieves migraine: act now"}}).severity ==
        Severity::high);
}

TEST_CASE("severity: no case holds, so the type decides") {
  CHECK(treatment("It relieves migraine.").reasons ==
        std::vector<std::string>{"default of efficacy.treat: medium"});
}

TEST_CASE("severity: a hedge takes its step off what a case says") {
  CHECK(treatment("It may relieve migraine for good.").severity == Severity::medium);
}
