// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "flat.hpp"

namespace claimlint::lexicon {

/// Keys that lie together and have their first symbols in common.
struct Stretch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t length = 0;  ///< symbols in common
};

/// The arrays of a Trie and what its nodes stand for.
template <FlatValue Symbol>
struct TrieLayout {
  std::vector<Symbol> symbols{Symbol{}};
  std::vector<std::uint32_t> children;
  std::vector<Stretch> keys;  ///< by node: those that go through it; the ones that end come first

  void write(FlatWriter& out) const {
    out.add(symbols);
    out.add(children);
  }
};

/// Lays out a trie of sorted keys, breadth first. `size(key)` is the length of a key, `at(key, i)`
/// its symbol there.
template <FlatValue Symbol, typename Size, typename At>
TrieLayout<Symbol> lay_out(std::uint32_t keys, Size size, At at) {
  TrieLayout<Symbol> trie;
  trie.keys.push_back({0, keys, 0});
  for (std::size_t node = 0; node < trie.keys.size(); ++node) {
    auto [first, last, length] = trie.keys[node];
    trie.children.push_back(static_cast<std::uint32_t>(trie.keys.size()));
    while (first < last && size(first) == length) ++first;
    while (first < last) {
      const Symbol symbol = at(first, length);
      const std::uint32_t begin = first;
      while (first < last && at(first, length) == symbol) ++first;
      trie.symbols.push_back(symbol);
      trie.keys.push_back({begin, first, length + 1});
    }
  }
  trie.children.push_back(static_cast<std::uint32_t>(trie.keys.size()));
  return trie;
}

/// Half-open range of nodes that lie together.
struct NodeRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  [[nodiscard]] constexpr bool empty() const { return first >= last; }
};

/// A trie in bytes that someone else keeps. Node 0 is the root; the children of a node lie
/// together, by symbol, behind all nodes of the levels above.
template <FlatValue Symbol>
class Trie {
 public:
  /// Symbols are less than `symbols`. Throws std::runtime_error for bytes that are no trie.
  Trie(FlatReader& in, std::uint32_t symbols)
      : symbols_(in.values<Symbol>()), children_(in.values<std::uint32_t>()), roots_(symbols) {
    if (!in.is_trusted()) check(symbols);
    for (auto node = children_[0]; node < children_[1]; ++node) roots_[symbols_[node]] = node;
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(symbols_.size()); }

  /// 0 where there is none: the root is nobody's child.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, Symbol symbol) const {
    if (node == 0) return roots_[symbol];
    const auto first = symbols_.begin() + children_[node];
    const auto last = symbols_.begin() + children_[node + 1];
    const auto found = std::lower_bound(first, last, symbol);
    if (found == last || *found != symbol) return 0;
    return static_cast<std::uint32_t>(found - symbols_.begin());
  }

  /// The symbol that leads to a node.
  [[nodiscard]] Symbol symbol(std::uint32_t node) const { return symbols_[node]; }

  /// All children of the nodes.
  [[nodiscard]] NodeRange children(NodeRange nodes) const {
    return {children_[nodes.first], children_[nodes.last]};
  }

 private:
  void check(std::uint32_t symbols) const {
    require(!symbols_.empty() && children_.size() == symbols_.size() + 1);
    require(children_.front() == 1 && children_.back() == symbols_.size());
    for (std::size_t node = 0; node < symbols_.size(); ++node) {
      require(children_[node] > node && children_[node] <= children_[node + 1]);
      require(children_[node + 1] <= symbols_.size());
      require(symbols_[node] < symbols || node == 0);
      for (std::uint32_t child = children_[node] + 1; child < children_[node + 1]; ++child) {
        require(symbols_[child - 1] < symbols_[child]);
      }
    }
  }

  std::span<const Symbol> symbols_;  ///< by node: the one that leads to it
  std::span<const std::uint32_t>
      children_;                      ///< by node: its first child; the next node's is the end
  std::vector<std::uint32_t> roots_;  ///< children of the root by symbol
};

}  // namespace claimlint::lexicon
