// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <set>
#include <string_view>

#include "choices.hpp"
#include "expressions.hpp"
#include "parse.hpp"
#include "patterns.hpp"

namespace claimlint::lexicon {
namespace {

/// Checks one model; problems go to the entry they are about.
class Checker {
 public:
  Checker(const Model& model, std::vector<LexiconProblem>& problems)
      : problems_(problems), expander_(model) {
    for (const ClaimType& type : model.types) types_.insert(type.id);
    for (const Provision& provision : model.provisions) provisions_.insert(provision.id);
  }

  void check(const ClaimType& type) { check_basis(type.basis, type.where); }

  void check(const Rule& rule) {
    check_type(rule);
    if (rule.basis) check_basis(*rule.basis, rule.where);
    for (const RoleDemand& demand : rule.demands) check_demand(demand, rule.where);
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

  void check_demand(const RoleDemand& demand, const Location& where) {
    for (const std::string& role : demand.any_of) {
      if (!value_of<MentionKind>(role) && !expander_.knows(role)) {
        report(where, std::string(to_string(demand.side)) + ": '" + role +
                          "' is neither a kind of mention nor a cue class");
      }
    }
  }

  void check_expression(const std::string& expression, Position at, const Location& entry) {
    if (expression.empty()) return;
    std::vector<std::string> messages;
    const std::string expanded = expander_.expand(expression, messages);
    if (messages.empty()) {
      if (std::string problem = Patterns::problem_with(expanded); !problem.empty()) {
        messages.push_back(std::move(problem));
      }
    }
    for (std::string& message : messages) {
      report({entry.file, at.line, at.column}, std::move(message));
    }
  }

  std::vector<LexiconProblem>& problems_;
  ClassExpander expander_;
  std::set<std::string_view> types_;
  std::set<std::string_view> provisions_;
};

}  // namespace

void check_references(const Model& model, std::vector<LexiconProblem>& problems) {
  Checker checker(model, problems);
  for (const ClaimType& type : model.types) checker.check(type);
  for (const Rule& rule : model.rules) checker.check(rule);
  for (const Cue& cue : model.cues) checker.check(cue);
  if (!model.scoring) checker.report({"lexicons", 0, 0}, "no [scoring] in any file");
}

}  // namespace claimlint::lexicon
