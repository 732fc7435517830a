// SPDX-License-Identifier: Apache-2.0
#include "expressions.hpp"

#include <algorithm>

#include "limits.hpp"

namespace claimlint::lexicon {
namespace {

constexpr std::string_view kMatchesNothing = "[^\\x00-\\x{10FFFF}]";

constexpr bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

// The end of what begins with a backslash: `\d`, `\{`, `\p{Greek}`, `\x{10FFFF}`.
std::size_t end_of_escape(std::string_view expression, std::size_t begin) {
  if (begin + 1 >= expression.size()) return expression.size();
  const bool takes_braces =
      std::string_view("pPx").find(expression[begin + 1]) != std::string::npos;
  if (takes_braces && expression.substr(begin + 2).starts_with('{')) {
    const std::size_t close = expression.find('}', begin);
    return close == std::string_view::npos ? expression.size() : close + 1;
  }
  return begin + 2;
}

// The length of `{name}` here; 0 where none begins ("{2,3}" is none).
std::size_t class_length(std::string_view expression, std::size_t begin) {
  if (expression[begin] != '{' || begin + 1 >= expression.size()) return 0;
  if (!is_letter(expression[begin + 1])) return 0;
  const std::size_t close = expression.find('}', begin);
  return close == std::string_view::npos ? 0 : close + 1 - begin;
}

}  // namespace

std::string literal_expression(std::string_view folded) {
  std::string expression;
  for (const char c : folded) {
    if (std::string_view(R"(\.+*?()|[]{}^$)").find(c) != std::string_view::npos) expression += '\\';
    expression += c;
  }
  return expression;
}

std::string any_of(const std::vector<std::string>& expressions) {
  if (expressions.empty()) return {};
  std::string all = "(?:";
  for (const std::string& expression : expressions) {
    all.append(all.size() > 3 ? "|" : "").append(expression);
  }
  return all.append(")");
}

ClassExpander::ClassExpander(const Rulebook& model) {
  for (const Cue& cue : model.cues) {
    classes_[cue.cue_class].expressions.push_back(cue.pattern);
  }
}

bool ClassExpander::knows(std::string_view cue_class) const { return classes_.contains(cue_class); }

std::string ClassExpander::expand(std::string_view expression, std::vector<std::string>& problems) {
  std::string expanded;
  std::size_t at = 0;
  while (at < expression.size()) {
    std::size_t end = at + 1;
    if (expression[at] == '\\') {
      end = end_of_escape(expression, at);
    } else if (const std::size_t length = class_length(expression, at)) {
      const std::string_view name = expression.substr(at + 1, length - 2);
      const std::string& written_out = expand_class(name, problems);
      if (expanded.size() + written_out.size() > kMaxClassExpression) {
        problems.push_back("with {" + std::string(name) + "} written out it is too long");
        return std::string(kMatchesNothing);
      }
      expanded += written_out;
      at += length;
      continue;
    }
    expanded.append(expression.substr(at, end - at));
    at = end;
  }
  return expanded;
}

std::string ClassExpander::expand(std::string_view expression) {
  std::vector<std::string> problems;
  return expand(expression, problems);
}

const std::string& ClassExpander::expand_class(std::string_view name,
                                               std::vector<std::string>& problems) {
  static const std::string nothing(kMatchesNothing);
  const auto found = classes_.find(name);
  if (found == classes_.end()) {
    problems.push_back("{" + std::string(name) + "} is no cue class");
    return nothing;
  }
  CueClass& cue_class = found->second;
  if (cue_class.open) {
    problems.push_back("{" + std::string(name) + "} stands for itself");
    return nothing;
  }
  if (depth_ == kMaxClassDepth) {
    problems.push_back("{" + std::string(name) + "} stands in too many others");
    return nothing;
  }
  if (cue_class.expanded.empty()) {
    cue_class.open = true;
    ++depth_;
    std::vector<std::string> expressions;
    for (const std::string_view expression : cue_class.expressions) {
      expressions.push_back(expand(expression, problems));
    }
    cue_class.expanded = any_of(expressions);
    all_expanded_ += cue_class.expanded.size();
    if (all_expanded_ > kMaxClassBytes) {
      problems.push_back("with {" + std::string(name) + "} written out all classes are too long");
      cue_class.expanded = nothing;
    }
    cue_class.open = false;
    --depth_;
  }
  return cue_class.expanded;
}

Expressions expand_all(const Rulebook& model) {
  Expressions all;
  ClassExpander expander(model);
  for (const Rule& rule : model.rules) {
    all.rules.push_back(expander.expand(rule.pattern));
    for (const std::string& unless : rule.unless) all.unless.push_back(expander.expand(unless));
  }
  for (const Cue& cue : model.cues) all.cues.push_back(expander.expand(cue.pattern));
  for (const Textbook& entry : model.textbook) {
    all.textbook.push_back(expander.expand(entry.pattern));
  }
  return all;
}

}  // namespace claimlint::lexicon
