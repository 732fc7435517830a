// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "claimlint/lexicons.hpp"

namespace claimlint::cli {

/// Id, severity and type of every rule, a line each.
void write_rule_list(std::ostream& out, const Lexicons& lexicons);

/// All there is to say of one rule.
void write_rule(std::ostream& out, const Lexicons& lexicons, const RuleInfo& rule);

/// What the confidence model is, and how far its bands can be relied on.
void write_model(std::ostream& out, const Lexicons& lexicons);

/// The same as Markdown: a page of all types with their rules, or one rule.
void write_rules_markdown(std::ostream& out, const Lexicons& lexicons);
void write_rule_markdown(std::ostream& out, const Lexicons& lexicons, const RuleInfo& rule);

}  // namespace claimlint::cli
