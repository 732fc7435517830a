// SPDX-License-Identifier: Apache-2.0
#include "fewest.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace claimlint::score {
namespace {

// Entries of a byte. A document comes near with some thousand texts that repeat or that make
// several claims each.
constexpr std::size_t kMostEntries = 16'000'000;
constexpr std::size_t kMostSteps = 255;

bool is_plain(const Steps& steps) { return steps.size() == 1 && steps.front().cost == 1; }

/// Texts of a single claim, the heaviest first: of them the first so many are always the best.
struct Plain {
  std::vector<std::size_t> texts;
  std::vector<double> relief;  ///< of the first so many
};

Plain sort_plain(const std::vector<Steps>& texts) {
  Plain plain;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (is_plain(texts[i])) plain.texts.push_back(i);
  }
  std::ranges::stable_sort(plain.texts, std::greater<>(),
                           [&](std::size_t i) { return texts[i].front().relief; });
  plain.relief.push_back(0);
  for (const std::size_t i : plain.texts) {
    plain.relief.push_back(plain.relief.back() + texts[i].front().relief);
  }
  return plain;
}

/// The greatest relief of the other texts for each cost, by dynamic programming.
class Table {
 public:
  explicit Table(const std::vector<Steps>& texts) : texts_(texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (is_plain(texts[i]) || texts[i].empty()) continue;
      members_.push_back(i);
      most_ += texts[i].back().cost;
      fits_ = fits_ && texts[i].size() <= kMostSteps;
    }
    fits_ = fits_ && members_.size() * (most_ + 1) <= kMostEntries;
  }

  [[nodiscard]] bool fits() const { return fits_; }
  [[nodiscard]] std::size_t most() const { return most_; }
  [[nodiscard]] double relief(std::size_t cost) const { return best_[cost]; }

  void fill() {
    best_.assign(most_ + 1, 0);
    taken_.assign(members_.size() * (most_ + 1), 0);
    for (std::size_t m = 0; m < members_.size(); ++m) add(m);
  }

  void trace(std::size_t cost, std::vector<std::size_t>& taken) const {
    for (std::size_t m = members_.size(); m-- > 0;) {
      const std::size_t step = taken_[m * (most_ + 1) + cost];
      taken[members_[m]] = step;
      if (step > 0) cost -= texts_[members_[m]][step - 1].cost;
    }
  }

 private:
  void add(std::size_t member) {
    const Steps& steps = texts_[members_[member]];
    // From the dearest on, so that what is read is still without this text.
    for (std::size_t cost = most_ + 1; cost-- > 0;) {
      double best = best_[cost];
      for (std::size_t s = 0; s < steps.size() && steps[s].cost <= cost; ++s) {
        const double with = best_[cost - steps[s].cost] + steps[s].relief;
        if (with <= best) continue;
        best = with;
        taken_[member * (most_ + 1) + cost] = static_cast<std::uint8_t>(s + 1);
      }
      best_[cost] = best;
    }
  }

  const std::vector<Steps>& texts_;
  std::vector<std::size_t> members_;
  std::size_t most_ = 0;
  bool fits_ = true;
  std::vector<double> best_;  ///< within each cost
  std::vector<std::uint8_t> taken_;
};

/// How many plain texts are needed besides a relief; one more than there are where none suffice.
std::size_t plain_needed(const Plain& plain, double relief,
                         const std::function<bool(double)>& enough) {
  const auto found = std::ranges::partition_point(
      plain.relief, [&](double more) { return !enough(relief + more); });
  return static_cast<std::size_t>(found - plain.relief.begin());
}

Choice take_all(const std::vector<Steps>& texts) {
  Choice choice;
  choice.taken.reserve(texts.size());
  for (const Steps& steps : texts) choice.taken.push_back(steps.size());
  return choice;
}

Choice choose_exactly(const std::vector<Steps>& texts, const std::function<bool(double)>& enough,
                      Table& table) {
  const Plain plain = sort_plain(texts);
  table.fill();
  std::size_t best_cost = texts.size() + table.most() + 1;
  double best_relief = 0;
  std::size_t dear = 0;
  std::size_t count = plain.relief.size();
  for (std::size_t cost = 0; cost <= table.most(); ++cost) {
    const std::size_t needed = plain_needed(plain, table.relief(cost), enough);
    if (needed == plain.relief.size() || cost + needed > best_cost) continue;
    const double relief = table.relief(cost) + plain.relief[needed];
    if (cost + needed == best_cost && relief <= best_relief) continue;
    best_cost = cost + needed;
    best_relief = relief;
    dear = cost;
    count = needed;
  }
  if (count == plain.relief.size()) return take_all(texts);
  Choice choice{std::vector<std::size_t>(texts.size(), 0), true};
  table.trace(dear, choice.taken);
  for (std::size_t i = 0; i < count; ++i) choice.taken[plain.texts[i]] = 1;
  return choice;
}

/// Texts whole, those of the greatest relief for a claim first.
Choice choose_greedily(const std::vector<Steps>& texts, const std::function<bool(double)>& enough) {
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) {
    return texts[i].empty() ? 0
                            : texts[i].back().relief / static_cast<double>(texts[i].back().cost);
  });
  Choice choice{std::vector<std::size_t>(texts.size(), 0), false};
  double relief = 0;
  for (const std::size_t i : order) {
    if (enough(relief) || texts[i].empty()) break;
    choice.taken[i] = texts[i].size();
    relief += texts[i].back().relief;
  }
  return choice;
}

}  // namespace

Choice fewest_steps(const std::vector<Steps>& texts, const std::function<bool(double)>& enough) {
  Table table(texts);
  return table.fits() ? choose_exactly(texts, enough, table) : choose_greedily(texts, enough);
}

}  // namespace claimlint::score
