// SPDX-License-Identifier: Apache-2.0
#include "like_sets.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "claimlint/across.hpp"

namespace claimlint::review {
namespace {

// kSameClaim as a fraction: what decides must not hang on rounding.
constexpr std::size_t kPart = 4;
constexpr std::size_t kWhole = 5;
static_assert(kSameClaim == static_cast<double>(kPart) / static_cast<double>(kWhole));

/// What two sets share, of all they have.
struct Share {
  std::size_t shared = 0;
  std::size_t all = 0;
  [[nodiscard]] bool is_enough() const { return shared * kWhole >= all * kPart; }
  [[nodiscard]] bool is_more_than(const Share& other) const {
    return shared * other.all > other.shared * all;
  }
};

template <typename Set>
Share share_of(const Set& a, const Set& b) {
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++shared;
    const bool behind = *i <= *j;
    if (*j <= *i) ++j;
    if (behind) ++i;
  }
  return {shared, a.size() + b.size() - shared};
}

/// Two sets that are like enough share at least kPart / kWhole of each, so that they cannot miss
/// each other in so many of their rarest words.
std::size_t rare_words(std::size_t size) {
  const std::size_t least_shared = (size * kPart + kWhole - 1) / kWhole;
  return size == 0 ? 0 : size - least_shared + 1;
}

}  // namespace

void LikeSets::count(const WordSet& words) {
  for (const std::uint64_t word : words) ++words_[word];
}

void LikeSets::rank_words() {
  std::vector<std::pair<std::uint32_t, std::uint64_t>> order;
  order.reserve(words_.size());
  for (const auto& [word, times] : words_) order.emplace_back(times, word);
  std::ranges::sort(order);
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) words_[order[rank].second] = rank;
  ranked_ = true;
}

LikeSets::Ranks LikeSets::ranks_of(const WordSet& words) const {
  Ranks ranks;
  ranks.reserve(words.size());
  for (const std::uint64_t word : words) ranks.push_back(words_.at(word));
  std::ranges::sort(ranks);
  return ranks;
}

std::vector<std::uint32_t> LikeSets::candidates(const Ranks& ranks) const {
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < rare_words(ranks.size()); ++i) {
    const auto holders = holders_.find(ranks[i]);
    if (holders == holders_.end()) continue;
    found.insert(found.end(), holders->second.begin(), holders->second.end());
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::size_t LikeSets::place(const WordSet& words) {
  if (!ranked_) rank_words();
  Ranks ranks = ranks_of(words);
  std::optional<std::size_t> nearest;
  Share best{0, 1};
  for (const std::uint32_t candidate : candidates(ranks)) {
    const Share share = share_of(ranks, first_[candidate]);
    if (!share.is_enough() || !share.is_more_than(best)) continue;
    nearest = candidate;
    best = share;
  }
  if (nearest) return *nearest;
  const auto number = static_cast<std::uint32_t>(first_.size());
  for (std::size_t i = 0; i < rare_words(ranks.size()); ++i) holders_[ranks[i]].push_back(number);
  first_.push_back(std::move(ranks));
  return number;
}

}  // namespace claimlint::review
