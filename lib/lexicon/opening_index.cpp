// SPDX-License-Identifier: Apache-2.0
#include "opening_index.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "syntax.hpp"
#include "text/text.hpp"
#include "trie.hpp"

namespace claimlint::lexicon {
namespace {

/// An opening in byte classes.
std::string in_classes(std::string_view opening) {
  std::string classes;
  for (const char symbol : opening) {
    std::uint8_t byte_class = kClassOfByte[static_cast<unsigned char>(symbol)];
    if (is_white_symbol(symbol)) byte_class = kWhiteClass;
    if (symbol == kDigit) byte_class = kDigitClass;
    if (byte_class == kWhiteClass && classes.ends_with(static_cast<char>(kWhiteClass))) continue;
    classes += static_cast<char>(byte_class);
  }
  return classes;
}

/// The texts in byte classes, without those that begin with another of the same entry.
OpeningIndex::Texts keys_of(const OpeningIndex::Texts& texts) {
  std::vector<std::pair<OpeningIndex::Entry, std::string>> by_entry;
  for (const auto& [text, entry] : texts) by_entry.emplace_back(entry, in_classes(text));
  std::sort(by_entry.begin(), by_entry.end());
  OpeningIndex::Texts keys;
  for (auto& [entry, text] : by_entry) {
    const bool is_told = !keys.empty() && keys.back().second == entry &&
                         std::string_view(text).starts_with(keys.back().first);
    if (!is_told) keys.emplace_back(std::move(text), entry);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace

void OpeningIndex::write(const Texts& texts, FlatWriter& out) {
  const Texts keys = keys_of(texts);
  const auto size = [&](std::uint32_t key) { return keys[key].first.size(); };
  const auto trie =
      lay_out<char>(static_cast<std::uint32_t>(keys.size()), size,
                    [&](std::uint32_t key, std::uint32_t at) { return keys[key].first[at]; });
  std::vector<Node> nodes;
  std::vector<Entry> entries;
  for (std::size_t node = 0; node < trie.keys.size(); ++node) {
    Node& made = nodes.emplace_back();
    made.first_child = trie.children[node];
    made.first_entry = static_cast<std::uint32_t>(entries.size());
    for (std::uint32_t child = trie.children[node]; child < trie.children[node + 1]; ++child) {
      made.children |= ClassMask{1} << static_cast<unsigned char>(trie.symbols[child]);
    }
    const Stretch& ends = trie.keys[node];
    for (std::uint32_t key = ends.first; key < ends.last && size(key) == ends.length; ++key) {
      entries.push_back(keys[key].second);
    }
  }
  nodes.push_back({0, 0, static_cast<std::uint32_t>(entries.size())});
  out.add(nodes);
  out.add(entries);
}

bool OpeningIndex::Entry::opens_pattern(std::size_t patterns, std::size_t all_gates) const {
  return pattern < patterns && std::ranges::all_of(gates, [&](std::uint32_t gate) {
           return gate < all_gates || gate == text::kNone;
         });
}

OpeningIndex::OpeningIndex(FlatReader& in, std::size_t patterns, std::size_t gates)
    : nodes_(in.values<Node>()), entries_(in.values<Entry>()) {
  if (in.is_trusted()) return;
  require(nodes_.size() > 1 && nodes_.back().children == 0);
  require(nodes_.back().first_entry == entries_.size());
  for (std::size_t node = 0; node + 1 < nodes_.size(); ++node) {
    const std::uint64_t last =
        std::uint64_t{nodes_[node].first_child} + count_bits(nodes_[node].children);
    require(nodes_[node].first_child > node && last < nodes_.size());
    require(nodes_[node].first_entry <= nodes_[node + 1].first_entry);
  }
  require(std::all_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    if (entry.pattern == text::kNone) return entry.gates.front() < gates;
    return entry.opens_pattern(patterns, gates);
  }));
}

}  // namespace claimlint::lexicon
