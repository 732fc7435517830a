// SPDX-License-Identifier: Apache-2.0
#include "claimlint/rule_use.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace claimlint {

void RuleUse::add(const Report& report) {
  for (const Sentence& sentence : report.sentences) {
    bytes_ += sentence.text.size();
    std::set<std::string> reported;
    for (const Claim& claim : sentence.claims) {
      Counts& counts = rules_[claim.rule];
      ++counts.triggers;
      if (claim.vetoed) continue;
      ++counts.reported;
      reported.insert(claim.rule);
    }
    for (const std::string& rule : reported) {
      ++rules_[rule].sentences;
      for (const std::string& other : reported) {
        if (other != rule) ++together_[{rule, other}];
      }
    }
  }
}

std::vector<RuleCost> RuleUse::costs() const {
  std::vector<RuleCost> costs;
  for (const auto& [rule, counts] : rules_) {
    costs.push_back({rule, counts.triggers, counts.reported});
  }
  // The map has them by name, and rules of one cost stay so.
  std::ranges::stable_sort(
      costs, [](const RuleCost& a, const RuleCost& b) { return a.in_vain() > b.in_vain(); });
  return costs;
}

std::vector<RuleCompanion> RuleUse::companions() const {
  std::vector<RuleCompanion> companions;
  for (const auto& [rules, sentences] : together_) {
    const std::size_t all = rules_.at(rules.first).sentences;
    if (all == sentences && all >= kCompanionSentences) {
      companions.push_back({rules.first, rules.second, sentences});
    }
  }
  return companions;
}

}  // namespace claimlint
