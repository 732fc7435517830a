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
  std::set<std::string> vetoes;  ///< why the trigger, where it was found, did not stand
};

Outcomes outcomes_of(const Report& report, const RuleInfo& rule) {
  Outcomes outcomes;
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) {
      if (claim.rule != rule.id) continue;
      // Another rule of the type says the same: the example shows that this one would.
      const bool covered = claim.vetoed && claim.vetoed->reason == "covered";
      outcomes.stands |= !claim.vetoed || covered;
      if (claim.vetoed && !covered) outcomes.vetoes.insert(claim.vetoed->reason);
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
  if (!outcomes.vetoes.empty())
    return "the trigger is there, but vetoed: " + joined(outcomes.vetoes);
  return "the trigger is not found";
}

bool is_named(const std::string& id, const std::vector<std::string>& names) {
  return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
           return id == name || id.starts_with(name + ".");
         });
}

/// What the audit of an example says about a textbook statement.
struct Support {
  bool given = false;       ///< some claim is supported by it
  bool stands = false;      ///< some claim stands, supported or not
  std::string unsupported;  ///< the rule of a claim that counts
};

Support support_by(const Report& report, const ExampleInfo& entry) {
  Support support;
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) {
      for (const SupportSource& source : claim.support.sources) {
        support.given |= source.kind == "textbook" && source.id == entry.id;
      }
      support.stands |= !claim.vetoed;
      if (claim.counts()) support.unsupported = claim.rule;
    }
  }
  return support;
}

bool has_finding(const Report& report, const ExampleInfo& entry) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [&](const Finding& finding) { return finding.type == entry.type; });
}

/// An example on one line, as a problem is.
std::string quoted(const std::string& example) {
  std::string text = "\"";
  for (const char c : example) text += c == '\n' ? std::string("\\n") : std::string(1, c);
  return text + "\"";
}

class ExampleCheck {
 public:
  explicit ExampleCheck(const Lexicons& lexicons)
      : auditor_(lexicons, {.with_vetoed = true, .assume_language = "en", .rules_only = true}) {}

  void check(const RuleInfo& rule) {
    for (const std::string& example : rule.want) check_want(rule, example);
    bool stopped = false;
    for (const std::string& example : rule.absent) stopped |= check_absent(rule, example);
    if (!stopped) {
      add(rule, "no absent example matches the trigger and is stopped by something else");
    }
  }

  void check(const ExampleInfo& entry) {
    if (entry.kind == ExampleInfo::Kind::textbook) {
      check_statement(entry);
    } else {
      check_finding(entry);
    }
  }

  std::vector<LexiconProblem> take() && { return std::move(problems_); }

 private:
  void check_statement(const ExampleInfo& entry) {
    bool given = false;
    bool stands = false;
    for (const std::string& example : entry.want) {
      const Support support = support_by(audit(example), entry);
      given |= support.given;
      stands |= support.stands;
      if (support.unsupported.empty()) continue;
      add(entry, "want " + quoted(example) + " leaves a claim: " + support.unsupported);
    }
    // Where the rules know the statement for another sense, there is nothing to support.
    if (stands && !given) add(entry, "no want example has a claim that the statement supports");
    for (const std::string& example : entry.absent) {
      if (!support_by(audit(example), entry).given) continue;
      add(entry, "absent " + quoted(example) + " is supported by the statement");
    }
  }

  void check_finding(const ExampleInfo& entry) {
    for (const std::string& example : entry.want) {
      if (has_finding(audit(example), entry)) continue;
      add(entry, "want " + quoted(example) + " gives no finding");
    }
    for (const std::string& example : entry.absent) {
      if (!has_finding(audit(example), entry)) continue;
      add(entry, "absent " + quoted(example) + " gives a finding");
    }
  }

  void check_want(const RuleInfo& rule, const std::string& example) {
    const Outcomes outcomes = audit(rule, example);
    if (!outcomes.stands) {
      add(rule, "want " + quoted(example) + " gives no claim: " + why_not(outcomes));
    }
  }

  /// Whether the trigger matched and was stopped.
  bool check_absent(const RuleInfo& rule, const std::string& example) {
    const Outcomes outcomes = audit(rule, example);
    if (outcomes.stands) add(rule, "absent " + quoted(example) + " gives a claim");
    return !outcomes.vetoes.empty() && !outcomes.stands;
  }

  Report audit(const std::string& example) const {
    return auditor_.audit(example, {"example.txt", {}, "text"});
  }

  Outcomes audit(const RuleInfo& rule, const std::string& example) const {
    return outcomes_of(audit(example), rule);
  }

  template <typename Entry>
  void add(const Entry& rule, const std::string& message) {
    problems_.push_back({rule.file, rule.line, 1, rule.id + ": " + message});
  }

  Auditor auditor_;
  std::vector<LexiconProblem> problems_;
};

}  // namespace

std::vector<LexiconProblem> check_examples(const Lexicons& lexicons,
                                           const std::vector<std::string>& rules) {
  ExampleCheck check(lexicons);
  for (const RuleInfo& rule : lexicons.rules()) {
    if (is_named(rule.id, rules)) check.check(rule);
  }
  for (const ExampleInfo& entry : lexicons.examples()) {
    if (is_named(entry.id, rules)) check.check(entry);
  }
  return std::move(check).take();
}

}  // namespace claimlint
