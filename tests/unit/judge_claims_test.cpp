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
using fixture::rule_table;
using judge::Judgement;

const std::string kRules = rule_table("efficacy.treat.verb", "relieves?") + R"(
[[rule]]
id = "efficacy.cure.verb"
type = "efficacy.cure"
pattern = '''cures?'''
basis = []
message = "m"
want = ["w"]
absent = ["a"]

[[rule]]
id = "persuasion.urgency.now"
type = "persuasion.urgency"
pattern = '''act now'''
jurisdictions = ["uk"]
message = "m"
want = ["w"]
absent = ["a"]
)";

std::string evidence(const std::string& verdict, const std::string& certainty,
                     const std::string& rest = "") {
  return "[[evidence]]\ntreatment = [\"ibuprofen\"]\ncondition = [\"arthritis\"]\nverdict = \"" +
         verdict + "\"\ncertainty = \"" + certainty + "\"\n" + rest +
         "source = { kind = \"review\", title = \"A review\", organisation = \"An office\", year = "
         "2020, id = \"X1\" }\n";
}

std::vector<Judgement> judged(const std::string& tables, const std::string& prose) {
  return Reading(lexicons_with(kRules + tables), prose).judgements();
}

Judgement judged_one(const std::string& tables, const std::string& prose) {
  const std::vector<Judgement> all = judged(tables, prose);
  REQUIRE(all.size() == 1);
  return all.front();
}

}  // namespace

TEST_CASE("judge: an unsupported claim has its type's severity, and says so") {
  const Judgement judgement = judged_one("", "It relieves migraine.");
  CHECK(judgement.unsupported);
  CHECK(judgement.severity == Severity::medium);
  CHECK(judgement.reasons == std::vector<std::string>{"default of efficacy.treat: medium"});
  CHECK(judgement.support.status == SupportStatus::none);
}

TEST_CASE("judge: a rejected candidate is judged no further") {
  const Judgement judgement = judged_one("", "It does not relieve arthritis.");
  REQUIRE(judgement.candidate.rejection);
  CHECK_FALSE(judgement.unsupported);
  CHECK(judgement.severity == Severity::none);
  CHECK(judgement.target == Target::disease);
  CHECK(judgement.basis.empty());
}

TEST_CASE("judge: a hedge takes one step off") {
  const Judgement judgement = judged_one("", "It may relieve migraine.");
  CHECK(judgement.severity == Severity::low);
  REQUIRE(judgement.reasons.size() == 2);
  CHECK(judgement.reasons[1] == "hedged (may): one step down");
}

TEST_CASE("judge: a hedged cure keeps its severity") {
  CHECK(judged_one("", "It may cure migraine.").severity == Severity::high);
}

TEST_CASE("judge: a vulnerable group is one step up") {
  const Judgement judgement = judged_one("", "It relieves colic.");
  CHECK(judgement.severity == Severity::high);
  CHECK(judgement.vulnerable == std::vector<std::string>{"infant"});
}

TEST_CASE("judge: the target follows the frame, then the type") {
  CHECK(judged_one("", "It relieves arthritis of the knee.").target == Target::disease);
  CHECK(judged_one("", "It relieves migraine.").target == Target::symptom);
  CHECK(judged_one("", "It relieves the knee.").target == Target::structure_function);
  CHECK(judged_one("", "It cures everything.").target == Target::disease);
}

TEST_CASE("judge: a source named beside the claim supports it as cited") {
  const Judgement judgement = judged_one("", "It relieves migraine (10.1000/abc.1).");
  CHECK(judgement.support.status == SupportStatus::cited);
  CHECK_FALSE(judgement.unsupported);
  CHECK(judgement.severity == Severity::none);
  REQUIRE(judgement.support.sources.size() == 1);
  CHECK(judgement.support.sources[0].kind == "doi");
  CHECK(judgement.support.sources[0].name == "10.1000/abc.1");
  CHECK(judgement.support.sources[0].distance == 0);
}

TEST_CASE("judge: a source in the next sentence is at distance one, one further off is none") {
  CHECK(judged_one("", "It relieves migraine. See 10.1000/abc.1 for it.")
            .support.sources[0]
            .distance == 1);
  CHECK(judged_one("", "It relieves migraine. We say so. See 10.1000/abc.1 for it.").unsupported);
}

TEST_CASE("judge: a source in the next block does not count") {
  const Reading reading(lexicons_with(kRules), {{BlockKind::prose, "It relieves migraine."},
                                                {BlockKind::prose, "See 10.1000/abc.1 for it."}});
  CHECK(reading.judgements().front().unsupported);
}

TEST_CASE("judge: no source clears a cure, though it is listed") {
  const Judgement judgement = judged_one("", "It cures migraine (10.1000/abc.1).");
  CHECK(judgement.unsupported);
  CHECK(judgement.support.status == SupportStatus::none);
  CHECK(judgement.support.sources.size() == 1);
}

TEST_CASE("judge: a supported row of moderate certainty clears the claim") {
  const Judgement judgement =
      judged_one(evidence("supported", "moderate"), "Ibuprofen relieves arthritis.");
  CHECK(judgement.support.status == SupportStatus::evidence);
  CHECK_FALSE(judgement.unsupported);
  REQUIRE(judgement.support.sources.size() == 1);
  CHECK(judgement.support.sources[0].kind == "evidence_table");
  CHECK(judgement.support.sources[0].name == "A review, An office (2020)");
  CHECK(judgement.support.sources[0].verdict == "supported");
}

TEST_CASE("judge: rows of low certainty and limited ones clear nothing") {
  for (const std::string& row : {evidence("supported", "low"), evidence("limited", "moderate"),
                                 evidence("insufficient", "low")}) {
    const Judgement judgement = judged_one(row, "Ibuprofen relieves arthritis.");
    CHECK(judgement.unsupported);
    CHECK(judgement.support.status == SupportStatus::none);
    CHECK(judgement.support.sources.size() == 1);
  }
}

TEST_CASE("judge: evidence for one condition clears no list of them") {
  CHECK(judged_one(evidence("supported", "high"), "Ibuprofen relieves arthritis and migraine.")
            .unsupported);
}

TEST_CASE("judge: evidence for one treatment clears none beside it") {
  CHECK(judged_one(evidence("supported", "high"), "Ibuprofen or acupuncture relieves arthritis.")
            .unsupported);
}

TEST_CASE("judge: evidence about adults clears no claim about infants") {
  const std::string colic =
      "[[evidence]]\ntreatment = [\"ibuprofen\"]\ncondition = [\"colic\"]\nverdict = "
      "\"supported\"\ncertainty = \"high\"\nsource = { kind = \"review\", title = \"t\" }\n";
  CHECK(judged_one(colic, "Ibuprofen relieves colic.").unsupported);
}

TEST_CASE("judge: evidence clears nothing in a sentence that claims a cure as well") {
  for (const Judgement& judgement :
       judged(evidence("supported", "high"), "Ibuprofen relieves and cures arthritis.")) {
    CHECK(judgement.unsupported);
  }
}

TEST_CASE("judge: a verdict of no benefit contradicts, whatever is cited, one step up") {
  const Judgement judgement = judged_one(
      "[[evidence]]\ntreatment = [\"ibuprofen\"]\ncondition = [\"migraine\"]\nverdict = "
      "\"no_benefit\"\ncertainty = \"low\"\nsource = { kind = \"review\", title = "
      "\"t\" }\n",
      "Ibuprofen relieves migraine (10.1000/abc.1).");
  CHECK(judgement.support.status == SupportStatus::contradicted);
  CHECK(judgement.unsupported);
  CHECK(judgement.severity == Severity::high);
  CHECK(judgement.support.sources.size() == 2);
}

TEST_CASE("judge: the treatment may stand in the heading") {
  const Reading reading(
      lexicons_with(kRules + evidence("supported", "high")),
      {{BlockKind::heading, "Ibuprofen"}, {BlockKind::prose, "It relieves arthritis."}});
  CHECK(reading.judgements().front().support.status == SupportStatus::evidence);
}

TEST_CASE("judge: the basis is the type's, cut to the jurisdictions selected") {
  const Reading reading(lexicons_with(kRules), "It relieves migraine.");
  CHECK(reading.judgements().front().basis.size() == 2);
  const std::vector<BasisReference> basis = reading.judgements({"uk"}).front().basis;
  REQUIRE(basis.size() == 1);
  CHECK(basis[0] == BasisReference{"uk.rule", "uk", Outcome::applies});
}

TEST_CASE("judge: a rule's own empty basis replaces the type's") {
  CHECK(judged_one("", "It cures migraine.").basis.empty());
}

TEST_CASE("judge: a rule of other jurisdictions is left out") {
  const Reading reading(lexicons_with(kRules), "Please act now.");
  CHECK(reading.judgements().size() == 1);
  CHECK(reading.judgements({"uk", "us"}).size() == 1);
  CHECK(reading.judgements({"us"}).empty());
}
