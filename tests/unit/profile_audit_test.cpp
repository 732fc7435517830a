// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "claimlint/profile.hpp"

namespace {

using claimlint::AuditProfile;
using claimlint::Lexicons;

AuditProfile profile_of(const std::string& text,
                        const claimlint::AuditOptions& options = {.assume_language = "en"}) {
  AuditProfile profile(Lexicons::builtin(), options);
  profile.add(text, {.path = "a.txt"});
  return profile;
}

std::vector<std::string> names_of(const std::vector<claimlint::StageTime>& stages) {
  std::vector<std::string> names;
  for (const claimlint::StageTime& stage : stages) names.push_back(stage.stage);
  return names;
}

}  // namespace

TEST_CASE("profile: the stages of the audit, in their order") {
  const AuditProfile profile = profile_of("Our tea cures migraine.");
  CHECK(profile.documents() == 1);
  CHECK(profile.bytes() == 23);
  CHECK(names_of(profile.stages()) == std::vector<std::string>{"read", "segment", "mend", "tag",
                                                               "context", "claims", "judge",
                                                               "weigh", "report", "score"});
  for (const auto& stage : profile.stages()) CHECK(stage.time.count() > 0);
}

TEST_CASE("profile: without the model there is no weighing") {
  const auto names =
      names_of(profile_of("Our tea cures migraine.", {.assume_language = "en", .rules_only = true})
                   .stages());
  CHECK(std::ranges::find(names, "weigh") == names.end());
}

TEST_CASE("profile: a rule has its tries and hits, with those of its other senses") {
  const auto rules = profile_of("Our tea cures migraine. It cures asthma.").rules();
  const auto cures = std::ranges::find(rules, "efficacy.cure.verb", &claimlint::RuleTime::rule);
  REQUIRE(cures != rules.end());
  CHECK(cures->hits == 2);
  CHECK(cures->tries >= cures->hits);
  CHECK(cures->time.count() > 0);
  CHECK(std::ranges::is_sorted(rules, std::ranges::greater(), &claimlint::RuleTime::time));
  CHECK(std::ranges::find(rules, "model", &claimlint::RuleTime::rule) == rules.end());
}

TEST_CASE("profile: what is not audited counts for nothing") {
  const AuditProfile profile = profile_of("");
  CHECK(profile.documents() == 0);
  CHECK(profile.stages().empty());
  CHECK(profile.rules().empty());
}
