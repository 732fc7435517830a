// SPDX-License-Identifier: Apache-2.0
#include "term_read.hpp"

#include <algorithm>

#include "inflect.hpp"
#include "text/text.hpp"

namespace claimlint::lexicon {
namespace {

bool has_words(const std::string& term) {
  return !text::split_tokens(text::fold(term), term).empty();
}

}  // namespace

void read_term(const toml::node& node, std::vector<std::string>& out, Reading& reading) {
  std::string term;
  read(node, term, reading);
  if (!node.is_string()) return;
  if (has_words(term)) {
    out.push_back(std::move(term));
  } else {
    reading.report(node, "a term without a letter or digit matches nothing");
  }
}

void read_terms(const toml::node& node, std::vector<std::string>& out, Reading& reading) {
  read_items(node, reading, [&](const toml::node& item) { read_term(item, out, reading); });
}

void read_folded(const toml::node& node, std::vector<std::string>& out, Reading& reading) {
  std::vector<std::string> terms;
  read(node, terms, reading);
  for (const std::string& term : terms) {
    if (!term.empty()) out.push_back(text::fold(term).text);
  }
}

std::vector<std::string> term_expressions(const toml::node& node, Reading& reading) {
  std::vector<std::string> terms;
  read_folded(node, terms, reading);
  std::stable_sort(terms.begin(), terms.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (std::string& term : terms) term = literal_expression(term);
  return terms;
}

std::vector<std::string> verb_expressions(const toml::node& node, Reading& reading) {
  std::vector<std::string> verbs;
  read_folded(node, verbs, reading);
  std::vector<std::string> expressions;
  for (const std::string& verb : verbs) {
    for (const std::string& form : verb_forms(verb)) {
      expressions.push_back(literal_expression(form));
    }
  }
  return expressions;
}

}  // namespace claimlint::lexicon
