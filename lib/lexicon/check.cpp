// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <set>
#include <string_view>
#include <unordered_set>

#include "choices.hpp"
#include "expressions.hpp"
#include "limits.hpp"
#include "parse.hpp"
#include "regex.hpp"

namespace claimlint::lexicon {
namespace {

/// Checks one model; problems go to the entry they are about.
class Checker {
 public:
  Checker(const Model& model, std::vector<LexiconProblem>& problems, const Expressions& examined)
      : problems_(problems), expander_(model) {
    for (const auto* all :
         {&examined.rules, &examined.unless, &examined.cues, &examined.textbook}) {
      examined_.insert(all->begin(), all->end());
    }
    for (const ClaimType& type : model.types) {
      types_.insert(type.id);
      if (type.keeps_severity) firm_.insert(type.id);
      families_.insert(std::string_view(type.id).substr(0, type.id.find('.')));
    }
    for (const Cue& cue : model.cues) cues_.insert(cue.id);
    for (const Provision& provision : model.provisions) provisions_.insert(provision.id);
  }

  void check(const ClaimType& type) {
    check_basis(type.basis, type.where);
    for (const SeverityCase& one : type.severity_if) check_case(one, type.where);
  }

  void check(const Rule& rule) {
    check_type(rule);
    if (rule.basis) check_basis(*rule.basis, rule.where);
    for (const RoleDemand& demand : rule.demands) check_demand(demand, rule.where);
    for (const SeverityCase& one : rule.severity_if) check_case(one, rule.where);
    check_expression(rule.pattern, rule.pattern_at, rule.where);
    for (std::size_t i = 0; i < rule.unless.size(); ++i) {
      check_expression(rule.unless[i], rule.unless_at[i], rule.where);
    }
  }

  void check(const Cue& cue) {
    // Cues of class "citation" are how citations are found; the other kinds are named by concepts.
    const std::optional<MentionKind> kind = value_of<MentionKind>(cue.cue_class);
    if (kind && kind != MentionKind::citation) {
      report(cue.where, "'" + cue.cue_class + "' is a kind of mention and cannot be a cue class");
    }
    check_expression(cue.pattern, cue.pattern_at, cue.where);
  }

  void check(const Textbook& entry) {
    check_types(entry.clears, entry.where);
    for (const std::string& id : entry.clears) {
      if (firm_.contains(id)) report(entry.where, "nothing clears a claim of type '" + id + "'");
    }
    for (const RoleDemand& demand : entry.demands) check_demand(demand, entry.where);
    check_expression(entry.pattern, entry.pattern_at, entry.where);
  }

  void check(const Accepted& entry) {
    check_types(entry.types, entry.where);
    for (const std::string& id : entry.types) {
      if (firm_.contains(id)) report(entry.where, "nothing clears a claim of type '" + id + "'");
    }
    check_basis({entry.provision}, entry.where);
    check_classes(entry.with, entry.where);
    check_classes(entry.unless, entry.where);
  }

  void check(const Stricter& entry) {
    check_types(entry.types, entry.where);
    check_basis({entry.provision}, entry.where);
  }

  void check(const FindingRule& entry) {
    check_types(entry.claims, entry.where);
    check_basis(entry.basis, entry.where);
    check_classes(entry.beside, entry.where);
    check_classes(entry.with, entry.where);
    check_classes(entry.unless, entry.where);
  }

  void check(const LearnedModel& learned, const std::vector<FeatureWeights>& features) {
    if (learned.outputs.size() < kFirstTypeOutput || !learned.outputs[kFlagOutput].type.empty() ||
        !learned.outputs[kMediumOutput].type.empty()) {
      return report(learned.where,
                    "the first of 'outputs' are the flag and medium severity, without a type");
    }
    for (std::size_t i = kFirstTypeOutput; i < learned.outputs.size(); ++i) {
      check_types({learned.outputs[i].type}, learned.where);
    }
    for (const FeatureWeights& feature : features) {
      for (const FeatureWeight& weight : feature.weights) {
        if (weight.output < learned.outputs.size()) continue;
        return report(learned.where, "'" + feature.feature + "' weighs on an output not listed");
      }
    }
  }

  void check(const ScoreWeights& scoring) {
    for (const std::string& id : scoring.pressing_types) {
      if (!types_.contains(id))
        report({"lexicons", 0, 0}, "unknown type '" + id + "' in [scoring]");
    }
  }

  void count_names(const Concept& entry) {
    names_ += entry.terms.size() + entry.upper.size();
    if (names_ <= kMaxNames || too_many_names_) return;
    too_many_names_ = true;
    report(entry.where, "'" + entry.id + "' makes more than " + std::to_string(kMaxNames) +
                            " names of concepts");
  }

  void report(const Location& where, std::string message) {
    problems_.push_back({where.file, where.line, where.column, std::move(message)});
  }

 private:
  // What is missing altogether was reported when the files were read.
  void check_type(const Rule& rule) {
    if (rule.type.empty()) return;
    if (!types_.contains(rule.type)) report(rule.where, "unknown type '" + rule.type + "'");
    if (!rule.id.empty() && !rule.id.starts_with(rule.type + ".")) {
      report(rule.where, "id '" + rule.id + "' does not begin with its type '" + rule.type + ".'");
    }
  }

  void check_basis(const std::vector<std::string>& basis, const Location& where) {
    for (const std::string& id : basis) {
      if (!provisions_.contains(id)) report(where, "basis '" + id + "' is no provision");
    }
  }

  void check_types(const std::vector<std::string>& types, const Location& where) {
    for (const std::string& id : types) {
      if (!types_.contains(id)) report(where, "unknown type '" + id + "'");
    }
  }

  void check_classes(const std::vector<std::string>& names, const Location& where) {
    for (const std::string& name : names) {
      if (!value_of<MentionKind>(name) && !expander_.knows(name)) {
        report(where, "'" + name + "' is neither a kind of mention nor a cue class");
      }
    }
  }

  void check_demand(const RoleDemand& demand, const Location& where) {
    for (const std::string& role : demand.any_of) {
      if (!value_of<MentionKind>(role) && !expander_.knows(role)) {
        report(where, std::string(to_string(demand.side)) + ": '" + role +
                          "' is neither a kind of mention nor a cue class");
      }
    }
  }

  void check_case(const SeverityCase& one, const Location& where) {
    for (const SeverityTerm& term : one.when) {
      for (const std::string& name : term.any_of) {
        if (!is_severity_name(name)) {
          report(where, "severity_if: '" + name + "' names nothing that a claim can have");
        }
      }
    }
  }

  bool is_severity_name(const std::string& name) const {
    return name == "claim" || types_.contains(name) || families_.contains(name) ||
           cues_.contains(name) || expander_.knows(name) || value_of<MentionKind>(name) ||
           value_of<BlockKind>(name) || value_of<Voice>(name) || value_of<Stance>(name) ||
           value_of<Target>(name);
  }

  void check_expression(const std::string& expression, Position at, const Location& entry) {
    if (expression.empty()) return;
    std::vector<std::string> messages;
    const std::string expanded = expander_.expand(expression, messages);
    if (messages.empty() && !exhausted_) {
      if (std::string problem = problem_with(expanded); !problem.empty()) {
        messages.push_back(std::move(problem));
      }
    }
    for (std::string& message : messages) {
      report({entry.file, at.line, at.column}, std::move(message));
    }
  }

  std::string problem_with(const std::string& expanded) {
    if (examined_.contains(expanded)) return {};
    if (expanded.size() > kMaxExpression) {
      return "the expression is longer than " + std::to_string(kMaxExpression >> 10U) + " KiB";
    }
    if (depth_of(expanded) > kMaxDepth) {
      return "more than " + std::to_string(kMaxDepth) + " groups lie in one another";
    }
    Regex::Verdict verdict = Regex::examine(expanded);
    if (verdict.steps > kMaxSteps) {
      return "the expression makes a program of " + std::to_string(verdict.steps) +
             " steps; at most " + std::to_string(kMaxSteps);
    }
    steps_ += verdict.steps;
    exhausted_ = steps_ > kMaxAllSteps;
    if (!exhausted_) return std::move(verdict.problem);
    return "the expressions up to this one make programs of more than " +
           std::to_string(kMaxAllSteps) + " steps together; no more are looked at";
  }

  std::vector<LexiconProblem>& problems_;
  ClassExpander expander_;
  std::unordered_set<std::string_view> examined_;
  std::size_t steps_ = 0;   ///< of all expressions looked at so far
  bool exhausted_ = false;  ///< they are too many
  std::size_t names_ = 0;   ///< of all concepts so far
  bool too_many_names_ = false;
  std::set<std::string_view> types_;
  std::set<std::string_view> firm_;  ///< the types that nothing supports
  std::set<std::string_view> cues_;
  std::set<std::string_view> families_;  ///< the first parts of the types
  std::set<std::string_view> provisions_;
};

}  // namespace

void check_references(const Model& model, std::vector<LexiconProblem>& problems,
                      const Expressions& examined) {
  Checker checker(model, problems, examined);
  for (const ClaimType& type : model.types) checker.check(type);
  for (const Rule& rule : model.rules) checker.check(rule);
  for (const Cue& cue : model.cues) checker.check(cue);
  for (const Concept& entry : model.concepts) checker.count_names(entry);
  for (const Textbook& entry : model.textbook) checker.check(entry);
  for (const Accepted& entry : model.accepted) checker.check(entry);
  for (const Stricter& entry : model.stricter) checker.check(entry);
  for (const FindingRule& entry : model.findings) checker.check(entry);
  if (model.learned) checker.check(*model.learned, model.features);
  if (model.scoring) {
    checker.check(*model.scoring);
  } else {
    checker.report({"lexicons", 0, 0}, "no [scoring] in any file");
  }
}

}  // namespace claimlint::lexicon
