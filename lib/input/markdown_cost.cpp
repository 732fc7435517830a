// SPDX-License-Identifier: Apache-2.0
#include "markdown_cost.hpp"

#include <algorithm>

namespace claimlint::input {
namespace {

std::size_t count(std::string_view text, std::string_view wanted) {
  std::size_t found = 0;
  for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) ++found;
  return found;
}

/// Whether a line is no part of the paragraph before it: empty, an item with a bullet, a heading.
/// What could also go on with it is taken to do so.
bool parts_paragraphs(std::string_view line) {
  constexpr std::size_t kMostIndent = 3;
  const std::size_t indent = line.find_first_not_of(" \t\r");
  if (indent == line.npos) return true;
  if (indent > kMostIndent || line.substr(0, indent).find('\t') != line.npos) return false;
  const std::string_view rest = line.substr(indent);
  const std::size_t mark = rest.front() == '#' ? std::min(rest.find_first_not_of('#'), rest.size())
                           : std::string_view("-*+").find(rest.front()) != line.npos ? 1
                                                                                     : 0;
  return mark > 0 && mark < rest.size() && rest[mark] == ' ';
}

}  // namespace

MarkdownCost cost_of_markdown(std::string_view markdown) {
  MarkdownCost cost{.addresses = count(markdown, "://") + count(markdown, "www.")};
  std::size_t lines = 0;
  std::size_t brackets = 0;
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t end = std::min(markdown.find_first_of("\r\n", at), markdown.size());
    const std::string_view line = markdown.substr(at, end - at);
    if (parts_paragraphs(line)) {
      cost.link_lines += lines * brackets;
      lines = brackets = 0;
    }
    ++lines;
    brackets += static_cast<std::size_t>(std::ranges::count(line, '['));
    at = end + 1;
  }
  cost.link_lines += lines * brackets;
  return cost;
}

}  // namespace claimlint::input
