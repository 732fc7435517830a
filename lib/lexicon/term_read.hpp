// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "expressions.hpp"
#include "toml_read.hpp"

/// Reads the words that lexicon entries list.
namespace claimlint::lexicon {

/// Adds a term as it is written; reports one in which nothing is left to match.
void read_term(const toml::node& node, std::vector<std::string>& out, Reading& reading);

/// Adds the terms of an array.
void read_terms(const toml::node& node, std::vector<std::string>& out, Reading& reading);

/// Adds strings as the folded view has them.
void read_folded(const toml::node& node, std::vector<std::string>& out, Reading& reading);

template <auto kMember, typename Entry>
void set_terms(const toml::node& node, Entry& entry, Reading& reading) {
  read_terms(node, entry.*kMember, reading);
}

template <auto kMember, typename Entry>
void set_folded(const toml::node& node, Entry& entry, Reading& reading) {
  read_folded(node, entry.*kMember, reading);
}

/// Expressions for literal terms, the longest first, and for all forms of verbs.
std::vector<std::string> term_expressions(const toml::node& node, Reading& reading);
std::vector<std::string> verb_expressions(const toml::node& node, Reading& reading);

/// `pattern`, `terms` and `verbs` of a rule or cue become one expression.
template <typename Entry>
void add_expression(const toml::node& node, std::string expression, Entry& entry,
                    const Reading& reading) {
  if (expression.empty()) return;
  if (entry.pattern.empty()) {
    entry.pattern = std::move(expression);
    entry.pattern_at = reading.position(node.source());
  } else {
    entry.pattern = any_of({entry.pattern, expression});
  }
}

template <typename Entry>
void set_pattern(const toml::node& node, Entry& entry, Reading& reading) {
  std::string pattern;
  read(node, pattern, reading);
  add_expression(node, std::move(pattern), entry, reading);
}

template <typename Entry>
void set_pattern_terms(const toml::node& node, Entry& entry, Reading& reading) {
  add_expression(node, any_of(term_expressions(node, reading)), entry, reading);
}

template <typename Entry>
void set_pattern_verbs(const toml::node& node, Entry& entry, Reading& reading) {
  add_expression(node, any_of(verb_expressions(node, reading)), entry, reading);
}

}  // namespace claimlint::lexicon
