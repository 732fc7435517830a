// SPDX-License-Identifier: Apache-2.0
#include "blanks.hpp"

#include <algorithm>

namespace claimlint::lexicon {
namespace {

// Of a range ("[ -~]") a blank stays an end.
void append_class(std::string& opened, std::string_view characters) {
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (characters[i] == ' ' && !characters.substr(i + 1).starts_with('-')) {
      opened += "\\s";
    } else {
      opened += characters[i];
    }
  }
}

}  // namespace

std::size_t end_of_class(std::string_view expression, std::size_t begin) {
  std::size_t at = begin + 1;
  if (expression.substr(at).starts_with('^')) ++at;
  if (expression.substr(at).starts_with(']')) ++at;
  while (at < expression.size() && expression[at] != ']') {
    if (expression.substr(at).starts_with("[:")) {
      const std::size_t end = expression.find(":]", at);
      at = end == std::string_view::npos ? expression.size() : end + 2;
    } else {
      at += expression[at] == '\\' ? 2 : 1;
    }
  }
  return std::min(at + 1, expression.size());
}

std::string open_blanks(std::string_view expression) {
  std::string opened;
  std::size_t at = 0;
  while (at < expression.size()) {
    std::size_t end = at + 1;
    if (expression[at] == '[') {
      end = end_of_class(expression, at);
      append_class(opened, expression.substr(at, end - at));
    } else if (expression[at] == ' ') {
      opened += kBlanks;
    } else {
      if (expression[at] == '\\') end = std::min(at + 2, expression.size());
      opened += expression.substr(at, end - at);
    }
    at = end;
  }
  return opened;
}

}  // namespace claimlint::lexicon
