// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "claims_fixture.hpp"

namespace {

using namespace claimlint;
using fixture::lexicons_with;
using fixture::Reading;
using fixture::rule_table;
using judge::Judgement;

const std::string kRules = rule_table("efficacy.treat.verb", "relieves?") +
                           rule_table("efficacy.cure.verb", "cures?") + R"(
[[concept]]
id = "condition.pain"
name = "pain"
joins = true
)";

std::string row(const std::string& condition, const std::string& verdict,
                const std::string& rest = "") {
  return "[[evidence]]\ntreatment = [\"ibuprofen\"]\ncondition = [\"" + condition +
         "\"]\nverdict = \"" + verdict + "\"\ncertainty = \"high\"\n" + rest +
         "source = { kind = \"review\", title = \"About " + condition + "\" }\n";
}

std::vector<Judgement> judged(const std::string& tables, const std::string& prose) {
  return Reading(lexicons_with(kRules + tables), prose).judgements();
}

Judgement judged_one(const std::string& tables, const std::string& prose) {
  const std::vector<Judgement> all = judged(tables, prose);
  REQUIRE(all.size() == 1);
  return all.front();
}

bool has_reason(const Judgement& judgement, const std::string& part) {
  return std::any_of(judgement.reasons.begin(), judgement.reasons.end(),
                     [&](const std::string& reason) { return reason.starts_with(part); });
}

}  // namespace

TEST_CASE("evidence: a vague condition is held to all its kinds") {
  const std::string both =
      row("chronic migraine", "supported") + row("episodic migraine", "insufficient");
  const Judgement judgement = judged_one(both, "Ibuprofen relieves migraine.");
  CHECK(judgement.unsupported);
  CHECK(judgement.support.sources.size() == 2);
}

TEST_CASE("evidence: a vague condition whose kinds are all supported is supported") {
  const std::string both =
      row("chronic migraine", "supported") + row("episodic migraine", "supported");
  CHECK(judged_one(both, "Ibuprofen relieves migraine.").support.status == SupportStatus::evidence);
}

TEST_CASE("evidence: one kind without benefit contradicts the vague claim") {
  const std::string both =
      row("chronic migraine", "supported") + row("episodic migraine", "no_benefit");
  CHECK(judged_one(both, "Ibuprofen relieves migraine.").support.status ==
        SupportStatus::contradicted);
}

TEST_CASE("evidence: a row that names the condition outweighs its kinds") {
  const std::string rows = row("migraine", "supported") + row("chronic migraine", "no_benefit");
  CHECK(judged_one(rows, "Ibuprofen relieves migraine.").support.status == SupportStatus::evidence);
}

TEST_CASE("evidence: a symptom that may be anywhere has no kinds") {
  CHECK(judged_one(row("neck pain", "no_benefit"), "Ibuprofen relieves pain.")
            .support.sources.empty());
}

TEST_CASE("evidence: a row about any disease speaks of each, and supports none") {
  CHECK(
      judged_one(row("any disease", "no_benefit"), "Ibuprofen relieves migraine.").support.status ==
      SupportStatus::contradicted);
  CHECK(judged_one(row("any disease", "supported"), "Ibuprofen relieves migraine.").unsupported);
}

TEST_CASE("evidence: sources that disagree are all kept") {
  const std::string rows = row("migraine", "supported") + row("migraine", "no_benefit");
  const Judgement judgement = judged_one(rows, "Ibuprofen relieves migraine.");
  CHECK(judgement.support.status == SupportStatus::contradicted);
  CHECK(judgement.support.sources.size() == 2);
}

TEST_CASE("evidence: harm is told from want of benefit") {
  const Judgement harmful = judged_one(row("migraine", "harmful"), "Ibuprofen relieves migraine.");
  CHECK(harmful.severity == Severity::high);
  CHECK(has_reason(harmful, "the evidence table records harm"));
  const Judgement useless =
      judged_one(row("migraine", "no_benefit"), "Ibuprofen relieves migraine.");
  CHECK(has_reason(useless, "contradicted by the evidence table"));
}

TEST_CASE("evidence: a known harm stands beside a verdict and does not change it") {
  const Judgement judgement =
      judged_one(row("migraine", "supported", "safety = \"upsets the stomach\"\n"),
                 "Ibuprofen relieves migraine.");
  CHECK(judgement.support.status == SupportStatus::evidence);
  REQUIRE(judgement.support.sources.size() == 2);
  CHECK(judgement.support.sources[1].kind == "safety_note");
  CHECK(judgement.support.sources[1].name == "upsets the stomach");
  CHECK_FALSE(judgement.support.sources[1].verdict);
}

TEST_CASE("evidence: a cure where the table supports relief says more than the evidence") {
  const Judgement judgement = judged_one(row("migraine", "supported"), "Ibuprofen cures migraine.");
  CHECK(judgement.unsupported);
  CHECK(judgement.support.exceeded);
  CHECK(has_reason(judgement, "advertising claim exceeds evidence"));
}

TEST_CASE("evidence: a cure without any support does not exceed evidence") {
  const Judgement judgement =
      judged_one(row("migraine", "insufficient"), "Ibuprofen cures migraine.");
  CHECK_FALSE(judgement.support.exceeded);
}
