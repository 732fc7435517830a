// SPDX-License-Identifier: Apache-2.0
#include "directive.hpp"

#include <algorithm>
#include <array>

namespace claimlint::input {
namespace {

constexpr std::string_view kOpens = "<!--";
constexpr std::string_view kBegins = "claimlint-";
constexpr std::string_view kBlanks = " \t\r\n\f";

/// What closes a comment; nothing where the text ends within it.
constexpr std::array<std::string_view, 2> kCloses = {"-->", "--!>"};

}  // namespace

std::optional<Directive> directive_in(std::string_view markup, Span comment) {
  std::string_view inside = markup.substr(comment.begin, comment.size());
  if (!inside.starts_with(kOpens)) return std::nullopt;
  inside.remove_prefix(kOpens.size());
  inside.remove_prefix(std::min(inside.find_first_not_of(kBlanks), inside.size()));
  if (!inside.starts_with(kBegins)) return std::nullopt;
  const std::size_t begin = comment.end - inside.size();
  for (const std::string_view close : kCloses) {
    if (inside.ends_with(close)) inside.remove_suffix(close.size());
  }
  inside = inside.substr(0, inside.find_last_not_of(kBlanks) + 1);
  return Directive{comment, {begin, begin + inside.size()}};
}

}  // namespace claimlint::input
