// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "claimlint/rule_use.hpp"

namespace {

using claimlint::RuleUse;

/// A sentence that these rules report, and these find and do not report.
claimlint::Sentence sentence(const std::vector<std::string>& reported,
                             const std::vector<std::string>& vetoed = {}) {
  claimlint::Sentence result;
  result.text = "0123456789";
  for (const std::string& rule : reported) {
    result.claims.emplace_back();
    result.claims.back().rule = rule;
  }
  for (const std::string& rule : vetoed) {
    result.claims.emplace_back();
    result.claims.back().rule = rule;
    result.claims.back().vetoed = claimlint::Veto{"role", "", std::nullopt};
  }
  return result;
}

RuleUse use_of(std::vector<claimlint::Sentence> sentences) {
  claimlint::Report report;
  report.sentences = std::move(sentences);
  RuleUse use;
  use.add(report);
  return use;
}

}  // namespace

TEST_CASE("rule use: nothing was found, nothing is counted") {
  const RuleUse use = use_of({sentence({})});
  CHECK(use.bytes() == 10);
  CHECK(use.costs().empty());
  CHECK(use.companions().empty());
}

TEST_CASE("rule use: triggers in vain are counted, and those with most come first") {
  const RuleUse use = use_of({sentence({"a"}, {"b", "b"}), sentence({"b"}, {"c", "c"})});
  CHECK(use.costs() == std::vector<claimlint::RuleCost>{{"b", 3, 1}, {"c", 2, 0}, {"a", 1, 1}});
}

TEST_CASE("rule use: a rule that never reports alone has a companion, not the other way round") {
  const RuleUse use = use_of({sentence({"a", "b"}), sentence({"a", "b"}), sentence({"a", "b"}),
                              sentence({"b"}), sentence({"a", "a", "b"})});
  CHECK(use.companions() == std::vector<claimlint::RuleCompanion>{{"a", "b", 4}});
}

TEST_CASE("rule use: what was seen twice, or is vetoed, makes no companion") {
  CHECK(use_of({sentence({"a", "b"}), sentence({"a", "b"})}).companions().empty());
  CHECK(use_of({sentence({"a"}, {"b"}), sentence({"a"}, {"b"}), sentence({"a"}, {"b"})})
            .companions()
            .empty());
}
