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

const std::string kTables = rule_table("efficacy.treat.verb", "relieves?") +
                            rule_table("efficacy.cure.verb", "cures?") +
                            rule_table("cause.link.verb", "causes") + R"toml(
[[cue]]
id = "accepted.short"
class = "short_term"
terms = ["for a time"]

[[cue]]
id = "accepted.injury"
class = "from_injury"
terms = ["injury"]

[[concept]]
id = "provider.acupuncturist"
name = "acupuncturist"

[[provision]]
id = "uk.list"
jurisdiction = "uk"
instrument = "i"
summary = "s"
url = "https://example.org/uk-list"

[[accepted]]
id = "accepted.uk.acupuncture"
provision = "uk.list"
types = ["efficacy.treat"]
treatment = ["acupuncture", "acupuncturist"]
condition = ["migraine"]
with = ["short_term"]
unless = ["from_injury"]

[[stricter]]
id = "stricter.us.ibuprofen"
provision = "us.rule"
types = ["efficacy.treat"]
treatment = ["ibuprofen"]
reason = "may not be advertised (us)"
)toml";

Judgement judged_one(const std::string& prose, const std::vector<std::string>& jurisdictions) {
  const std::vector<Judgement> all =
      Reading(lexicons_with(kTables), prose).judgements(jurisdictions);
  REQUIRE(all.size() == 1);
  return all.front();
}

const std::string kAccepted = "For a time acupuncture relieves migraine.";

}  // namespace

TEST_CASE("jurisdictions: a list clears a claim where only its jurisdiction is asked for") {
  const Judgement judgement = judged_one(kAccepted, {"uk"});
  CHECK_FALSE(judgement.unsupported);
  CHECK(judgement.severity == Severity::none);
  CHECK(judgement.basis == std::vector<BasisReference>{{"uk.list", "uk", Outcome::accepted}});
}

TEST_CASE("jurisdictions: what one accepts stays unsupported where others are asked for") {
  for (const std::vector<std::string>& selected :
       {std::vector<std::string>{}, std::vector<std::string>{"uk", "us"}}) {
    const Judgement judgement = judged_one(kAccepted, selected);
    CHECK(judgement.unsupported);
    CHECK(judgement.basis == std::vector<BasisReference>{{"us.rule", "us", Outcome::applies},
                                                         {"uk.list", "uk", Outcome::accepted}});
  }
}

TEST_CASE("jurisdictions: a list accepts only what it says, in the words it asks for") {
  CHECK(judged_one("Acupuncture relieves migraine.", {"uk"}).unsupported);
  CHECK(judged_one("For a time acupuncture relieves migraine after injury.", {"uk"}).unsupported);
  CHECK(judged_one("For a time acupuncture relieves migraine and arthritis.", {"uk"}).unsupported);
  CHECK(judged_one("For a time acupuncture or ibuprofen relieves migraine.", {"uk"}).unsupported);
  CHECK(judged_one("For a time acupuncture cures migraine.", {"uk"}).unsupported);
  CHECK(judged_one("For a time acupuncture causes migraine.", {"uk"}).unsupported);
}

TEST_CASE("jurisdictions: a list speaks of a claim that names what is offered, or who offers it") {
  CHECK_FALSE(judged_one("For a time our acupuncturist relieves migraine.", {"uk"}).unsupported);
  CHECK(judged_one("For a time it relieves migraine.", {"uk"}).unsupported);
  CHECK(judged_one("For a time acupuncture relieves it.", {"uk"}).unsupported);
}

TEST_CASE("jurisdictions: absence from a list says nothing") {
  const Judgement judgement = judged_one("Acupuncture relieves arthritis.", {"uk"});
  CHECK(judgement.severity == Severity::medium);
  CHECK(judgement.basis == std::vector<BasisReference>{{"uk.rule", "uk", Outcome::applies}});
}

TEST_CASE("jurisdictions: what one forbids weighs more where it is named") {
  const Judgement named = judged_one("Ibuprofen relieves migraine.", {"us"});
  CHECK(named.severity == Severity::high);
  CHECK(named.reasons.back() == "may not be advertised (us): one step up");
  CHECK(judged_one("Ibuprofen relieves migraine.", {}).severity == Severity::medium);
  CHECK(judged_one("Ibuprofen relieves migraine.", {"uk"}).severity == Severity::medium);
}

TEST_CASE("jurisdictions: what one forbids is forbidden for its types and treatments alone") {
  const Judgement named = judged_one("Ibuprofen relieves migraine.", {"us"});
  CHECK(named.forbidden == std::vector<std::string>{"may not be advertised (us)"});
  CHECK(named.basis == std::vector<BasisReference>{{"us.rule", "us", Outcome::applies}});
  CHECK(judged_one("Ibuprofen cures migraine.", {"us"}).forbidden.empty());
  CHECK(judged_one("Acupuncture relieves migraine.", {"us"}).forbidden.empty());
}
