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

constexpr std::uint32_t kSymbols = 256;

}  // namespace

void OpeningIndex::write(std::vector<Entry> entries, FlatWriter& out) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.text, a.pattern, a.rank) < std::tie(b.text, b.pattern, b.rank);
  });
  const auto size = [&](std::uint32_t key) { return entries[key].text.size(); };
  const auto trie = lay_out<unsigned char>(
      static_cast<std::uint32_t>(entries.size()), size, [&](std::uint32_t key, std::uint32_t at) {
        return static_cast<unsigned char>(entries[key].text[at]);
      });
  std::vector<std::uint32_t> first_end;
  std::vector<End> ends;
  for (const Stretch& keys : trie.keys) {
    first_end.push_back(static_cast<std::uint32_t>(ends.size()));
    for (std::uint32_t key = keys.first; key < keys.last && size(key) == keys.length; ++key) {
      ends.push_back({entries[key].pattern, entries[key].rank});
    }
  }
  first_end.push_back(static_cast<std::uint32_t>(ends.size()));
  trie.write(out);
  out.add(first_end);
  out.add(ends);
}

OpeningIndex::OpeningIndex(FlatReader& in, std::size_t patterns)
    : trie_(in, kSymbols), first_end_(in.values<std::uint32_t>()), ends_(in.values<End>()) {
  require(first_end_.size() == trie_.size() + std::size_t{1} && first_end_.back() == ends_.size());
  require(std::is_sorted(first_end_.begin(), first_end_.end()));
  require(std::all_of(ends_.begin(), ends_.end(),
                      [&](const End& end) { return end.pattern < patterns; }));
}

void OpeningIndex::find(std::string_view text, std::size_t at, std::vector<Found>& found) const {
  walk(0, text, at, found);
}

void OpeningIndex::walk(std::uint32_t node, std::string_view text, std::size_t at,
                        std::vector<Found>& found) const {
  while (true) {
    for (std::uint32_t i = first_end_[node]; i < first_end_[node + 1]; ++i) {
      found.push_back({ends_[i].pattern, ends_[i].rank, at});
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
