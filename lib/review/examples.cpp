// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "claimlint/auditor.hpp"
#include "claimlint/lexicons.hpp"

namespace claimlint {
namespace {

/// What the audit of an example says about one rule.
struct Outcomes {
  bool stands = false;
  bool vetoed = false;
  std::set<std::string> rivals;  ///< rules of the same type whose claim stands instead
  std::set<std::string> vetoes;
};

Outcomes outcomes_of(const Report& report, const RuleInfo& rule) {
  Outcomes outcomes;
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) {
      if (claim.type != rule.type) continue;
      const bool own = claim.rule == rule.id;
      outcomes.stands |= own && !claim.vetoed;
      outcomes.vetoed |= own && claim.vetoed;
      if (own && claim.vetoed) outcomes.vetoes.insert(claim.vetoed->reason);
      if (!own && !claim.vetoed) outcomes.rivals.insert(claim.rule);
    }
  }
  return outcomes;
}

std::string joined(const std::set<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
  return text;
}

std::string why_not(const Outcomes& outcomes) {
  if (!outcomes.rivals.empty()) return "rule " + joined(outcomes.rivals) + " reports it instead";
  if (outcomes.vetoed) return "the trigger is there, but vetoed: " + joined(outcomes.vetoes);
  return "the trigger is not found";
}

class ExampleCheck {
 public:
  explicit ExampleCheck(const Lexicons& lexicons)
      : auditor_(lexicons, {{}, /*with_vetoed=*/true, "en"}) {}

  void check(const RuleInfo& rule) {
    for (const std::string& example : rule.want) check_want(rule, example);
    bool stopped = false;
    for (const std::string& example : rule.absent) stopped |= check_absent(rule, example);
    if (!stopped) {
      add(rule, "no absent example matches the trigger and is stopped by something else");
    }
  }

  std::vector<LexiconProblem> take() && { return std::move(problems_); }

 private:
  void check_want(const RuleInfo& rule, const std::string& example) {
    const Outcomes outcomes = audit(rule, example);
    if (!outcomes.stands) {
      add(rule, "want \"" + example + "\" gives no claim: " + why_not(outcomes));
    }
  }

  /// Whether the trigger matched and was stopped.
  bool check_absent(const RuleInfo& rule, const std::string& example) {
    const Outcomes outcomes = audit(rule, example);
    if (outcomes.stands) add(rule, "absent \"" + example + "\" gives a claim");
    return outcomes.vetoed && !outcomes.stands;
  }

  Outcomes audit(const RuleInfo& rule, const std::string& example) const {
    return outcomes_of(auditor_.audit(example, {"example.txt", {}, "text"}), rule);
  }

  void add(const RuleInfo& rule, const std::string& message) {
    problems_.push_back({rule.file, rule.line, 1, rule.id + ": " + message});
  }

  Auditor auditor_;
  std::vector<LexiconProblem> problems_;
};

}  // namespace

std::vector<LexiconProblem> check_examples(const Lexicons& lexicons) {
  ExampleCheck check(lexicons);
  for (const RuleInfo& rule : lexicons.rules()) check.check(rule);
  return std::move(check).take();
}

}  // namespace claimlint
