// SPDX-License-Identifier: Apache-2.0
#include "terms.hpp"

#include <algorithm>
#include <tuple>

namespace claimlint::lexicon {
namespace {

using text::kNone;

// "SCM", "HbA1c", "12"; and "C1", which has the shape of a word that only begins with a capital.
bool is_in_capitals(text::Shape shape, std::string_view word) {
  if (shape == text::Shape::lower) return false;
  return shape != text::Shape::capital ||
         std::count_if(word.begin(), word.end(), [](char c) { return 'a' <= c && c <= 'z'; }) == 1;
}

// Longest first, then leftmost.
bool is_preferred(const Terms::Hit& a, const Terms::Hit& b) {
  return std::tuple(b.tokens.size(), a.tokens.first, a.entry) <
         std::tuple(a.tokens.size(), b.tokens.first, b.entry);
}

/// Drops what overlaps a hit that is preferred, and puts the rest in order of place.
void settle(std::vector<Terms::Hit>& hits, text::TokenRange within) {
  std::sort(hits.begin(), hits.end(), is_preferred);
  std::vector<bool> taken(within.size());
  std::erase_if(hits, [&](const Terms::Hit& hit) {
    const auto begin = taken.begin() + (hit.tokens.first - within.first);
    const auto end = begin + hit.tokens.size();
    if (std::find(begin, end, true) != end) return true;
    std::fill(begin, end, true);
    return false;
  });
  std::sort(hits.begin(), hits.end(), [](const Terms::Hit& a, const Terms::Hit& b) {
    return a.tokens.first < b.tokens.first;
  });
}

bool are_nodes(std::span<const std::uint32_t> nodes, std::uint32_t count) {
  return std::is_sorted(nodes.begin(), nodes.end()) && (nodes.empty() || nodes.back() < count);
}

}  // namespace

Terms::Terms(FlatReader& in, std::size_t entries)
    : words_(in),
      trie_(in, words_.size()),
      entries_(in.values<std::uint32_t>()),
      upper_nodes_(in.values<std::uint32_t>()),
      upper_entries_(in.values<std::uint32_t>()),
      loose_nodes_(in.values<std::uint32_t>()) {
  if (in.is_trusted()) return;
  const auto is_entry = [&](std::uint32_t entry) { return entry < entries; };
  const auto is_entry_or_none = [&](std::uint32_t entry) {
    return entry < entries || entry == kNone;
  };
  require(entries < kNone && entries_.size() == trie_.size());
  require(std::all_of(entries_.begin(), entries_.end(), is_entry_or_none));
  require(upper_nodes_.size() == upper_entries_.size() && are_nodes(upper_nodes_, trie_.size()));
  require(std::all_of(upper_entries_.begin(), upper_entries_.end(), is_entry));
  require(are_nodes(loose_nodes_, trie_.size()));
}

std::uint32_t Terms::word_id(std::string_view word) const {
  const std::uint32_t id = words_.find(word);
  const std::string_view bare = without_possessive(word);
  return id == kNone && bare.size() < word.size() ? words_.find(bare) : id;
}

std::vector<std::uint32_t> Terms::word_ids(const text::Document& document,
                                           text::TokenRange within) const {
  std::vector<std::uint32_t> ids;
  ids.reserve(within.size());
  for (std::uint32_t token = within.first; token < within.last; ++token) {
    ids.push_back(word_id(document.word(token)));
  }
  return ids;
}

bool Terms::is_loose(std::uint32_t node) const {
  return std::binary_search(loose_nodes_.begin(), loose_nodes_.end(), node);
}

std::uint32_t Terms::entry_at(std::uint32_t node, bool capitals) const {
  if (capitals) {
    const auto found = std::lower_bound(upper_nodes_.begin(), upper_nodes_.end(), node);
    if (found != upper_nodes_.end() && *found == node) {
      return upper_entries_[static_cast<std::size_t>(found - upper_nodes_.begin())];
    }
  }
  return entries_[node];
}

bool Terms::ends_name(std::uint32_t node) const { return entry_at(node, true) != kNone; }

std::uint32_t Terms::match_from(std::uint32_t first, const text::Document& document,
                                text::TokenRange within, std::span<const std::uint32_t> ids,
                                std::vector<Hit>& matches) const {
  std::uint32_t node = 0;
  bool capitals = true;
  std::uint32_t token = first;
  for (; token < within.last; ++token) {
    const std::uint32_t id = ids[token - within.first];
    node = id == kNone ? 0 : trie_.child(node, id);
    if (node == 0) break;
    if (token > first && !document.tokens[token].joined && !is_loose(node)) break;
    capitals = capitals && is_in_capitals(document.tokens[token].shape, document.word(token));
    const std::uint32_t entry = entry_at(node, capitals);
    if (entry != kNone) matches.push_back({{first, token + 1}, entry});
  }
  return token - first;
}

std::vector<Terms::Hit> Terms::find(const text::Document& document, text::TokenRange within) const {
  const std::vector<std::uint32_t> ids = word_ids(document, within);
  std::vector<Hit> hits;
  for (std::uint32_t first = within.first; first < within.last; ++first) {
    match_from(first, document, within, ids, hits);
  }
  if (hits.size() > 1) settle(hits, within);
  return hits;
}

std::vector<Terms::Walk> Terms::walks(const text::Document& document,
                                      text::TokenRange within) const {
  const std::vector<std::uint32_t> ids = word_ids(document, within);
  std::vector<Walk> walks;
  std::vector<Hit> hits;
  for (std::uint32_t first = within.first; first < within.last; ++first) {
    hits.clear();
    const std::uint32_t steps = match_from(first, document, within, ids, hits);
    if (steps > 0) walks.push_back({words_[ids[first - within.first]], steps, !hits.empty()});
  }
  return walks;
}

Terms::Family Terms::family(std::string_view first) const {
  Family family;
  const std::uint32_t id = words_.find(first);
  std::uint32_t node = id == kNone ? 0 : trie_.child(0, id);
  if (node == 0) return family;
  for (NodeRange level{node, node + 1}; !level.empty(); level = trie_.children(level)) {
    for (auto at = level.first; at < level.last; ++at) family.names += ends_name(at) ? 1 : 0;
  }
  if (family.names == 0) return family;
  family.example = first;
  while (!ends_name(node)) {
    const NodeRange children = trie_.children({node, node + 1});
    if (children.empty()) return family;  // only in bytes that write() did not make
    node = children.first;
    family.example += ' ' + std::string(words_[trie_.symbol(node)]);
  }
  family.entry = entry_at(node, true);
  return family;
}

bool Terms::has_word(std::string_view word) const { return word_id(word) != kNone; }

}  // namespace claimlint::lexicon
