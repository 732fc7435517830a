// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>

#include "commands.hpp"
#include "decisions.hpp"
#include "rule_pages.hpp"
#include "session.hpp"

namespace claimlint::cli {
namespace {

const RuleInfo& find_rule(const Lexicons& lexicons, const std::string& id) {
  const auto& rules = lexicons.rules();
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const RuleInfo& rule) { return rule.id == id; });
  if (found == rules.end()) throw UsageError("no rule is called '" + id + "'");
  return *found;
}

}  // namespace

int run_rules(const Settings& settings) {
  if (settings.decisions.ledger) {
    write_ledger(std::cout, settings);
    return kClean;
  }
  if (settings.arguments.size() > 1) throw UsageError("rules takes one id at most");
  const Lexicons lexicons = load_lexicons(settings);
  const bool markdown = settings.format == "markdown";
  if (settings.arguments.empty()) {
    (markdown ? write_rules_markdown : write_rule_list)(std::cout, lexicons);
  } else if (settings.arguments.front() == "model" && !lexicons.bands().empty()) {
    write_model(std::cout, lexicons);
  } else {
    const RuleInfo& rule = find_rule(lexicons, settings.arguments.front());
    (markdown ? write_rule_markdown : write_rule)(std::cout, lexicons, rule);
  }
  return kClean;
}

}  // namespace claimlint::cli
