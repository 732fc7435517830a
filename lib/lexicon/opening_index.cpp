// SPDX-License-Identifier: Apache-2.0
#include "opening_index.hpp"

#include <algorithm>
#include <tuple>

#include "syntax.hpp"

namespace claimlint::lexicon {
namespace {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }

std::size_t end_of_run(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// Entries that begin alike, and the length of what they have in common.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t length = 0;
};

}  // namespace

// Breadth first, so that the children of a node lie together.
OpeningIndex::OpeningIndex(std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.text, a.pattern, a.rank) < std::tie(b.text, b.pattern, b.rank);
  });
  std::vector<Range> ranges{{0, entries.size(), 0}};
  nodes_.emplace_back();
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    auto [first, last, length] = ranges[i];
    nodes_[i].ends = static_cast<std::uint32_t>(ends_.size());
    for (; first < last && entries[first].text.size() == length; ++first) {
      ends_.push_back({entries[first].pattern, entries[first].rank});
    }
    nodes_[i].end_count = static_cast<std::uint32_t>(ends_.size()) - nodes_[i].ends;
    nodes_[i].children = static_cast<std::uint32_t>(nodes_.size());
    while (first < last) {
      const char symbol = entries[first].text[length];
      const std::size_t begin = first;
      while (first < last && entries[first].text[length] == symbol) ++first;
      ranges.push_back({begin, first, length + 1});
      nodes_.push_back({.symbol = symbol});
      ++nodes_[i].child_count;
    }
  }
  for (std::uint32_t i = 0; i < nodes_[0].child_count; ++i) {
    const std::uint32_t root = nodes_[0].children + i;
    roots_[static_cast<unsigned char>(nodes_[root].symbol)] = root;
  }
}

// The root is nobody's child, so that 0 means none.
std::uint32_t OpeningIndex::child(std::uint32_t node, char symbol) const {
  if (node == 0) return roots_[static_cast<unsigned char>(symbol)];
  const Node& parent = nodes_[node];
  for (std::uint32_t i = parent.children; i < parent.children + parent.child_count; ++i) {
    if (nodes_[i].symbol == symbol) return i;
  }
  return 0;
}

void OpeningIndex::find(std::string_view text, std::size_t at, std::vector<Found>& found) const {
  walk(0, text, at, found);
}

void OpeningIndex::walk(std::uint32_t node, std::string_view text, std::size_t at,
                        std::vector<Found>& found) const {
  while (true) {
    for (std::uint32_t i = 0; i < nodes_[node].end_count; ++i) {
      const End& end = ends_[nodes_[node].ends + i];
      found.push_back({end.pattern, end.rank, at});
    }
    if (at == text.size()) return;
    // A character may be met as itself or as one of its kind.
    if (is_blank(text[at])) {
      if (const auto next = child(node, kBlankRun)) walk(next, text, end_of_run(text, at), found);
      if (const auto next = child(node, kOneBlank)) walk(next, text, at + 1, found);
    } else if (is_digit(text[at])) {
      if (const auto next = child(node, kDigit)) walk(next, text, at + 1, found);
    }
    node = child(node, text[at]);
    if (node == 0) return;
    ++at;
  }
}

}  // namespace claimlint::lexicon
