// SPDX-License-Identifier: Apache-2.0
#include "limits.hpp"

#include <algorithm>

#include "blanks.hpp"

namespace claimlint::lexicon {
namespace {

constexpr bool is_bare(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' ||
         c == '-';
}

/// The end of a string of TOML that begins here.
std::size_t end_of_string(std::string_view toml, std::size_t begin) {
  const char quote = toml[begin];
  const std::string_view tripled = quote == '"' ? R"(""")" : "'''";
  const bool is_long = toml.substr(begin).starts_with(tripled);
  const std::string_view end = is_long ? tripled : tripled.substr(0, 1);
  std::size_t at = begin + end.size();
  while (at < toml.size() && !toml.substr(at).starts_with(end)) {
    if (!is_long && toml[at] == '\n') return at;
    at += quote == '"' && toml[at] == '\\' ? 2 : 1;
  }
  return std::min(at + end.size(), toml.size());
}

std::size_t end_of_name(std::string_view toml, std::size_t begin) {
  if (toml[begin] == '"' || toml[begin] == '\'') return end_of_string(toml, begin);
  const auto* const end = std::find_if_not(toml.begin() + begin, toml.end(), is_bare);
  return static_cast<std::size_t>(end - toml.begin());
}

}  // namespace

std::size_t depth_of(std::string_view expression) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (std::size_t at = 0; at < expression.size();) {
    const char c = expression[at];
    if (c == '(') deepest = std::max(deepest, ++depth);
    if (c == ')' && depth > 0) --depth;
    at = c == '[' ? end_of_class(expression, at) : at + (c == '\\' ? 2 : 1);
  }
  return deepest;
}

std::size_t longest_key(std::string_view toml) {
  std::size_t dots = 0;
  std::size_t most = 0;
  for (std::size_t at = 0; at < toml.size();) {
    const char c = toml[at];
    if (is_bare(c) || c == '"' || c == '\'') {
      at = std::max(end_of_name(toml, at), at + 1);
      continue;
    }
    if (c == '#') at = std::min(toml.find('\n', at), toml.size() - 1);
    if (c == '.') most = std::max(most, ++dots);
    if (c != '.' && c != ' ' && c != '\t') dots = 0;
    ++at;
  }
  return most + 1;
}

}  // namespace claimlint::lexicon
