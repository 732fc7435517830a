// SPDX-License-Identifier: Apache-2.0
#include "rising.hpp"

#include <algorithm>

namespace claimlint::review {

std::vector<bool> longest_rising(const std::vector<std::size_t>& values) {
  std::vector<std::size_t> tails;  // the last index of the best run of each length
  std::vector<std::size_t> before(values.size(), values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto tail =
        std::ranges::lower_bound(tails, values[i], {}, [&](std::size_t t) { return values[t]; });
    if (tail != tails.begin()) before[i] = *std::prev(tail);
    if (tail == tails.end()) {
      tails.push_back(i);
    } else {
      *tail = i;
    }
  }
  std::vector<bool> chosen(values.size(), false);
  std::size_t at = tails.empty() ? values.size() : tails.back();
  for (; at < values.size(); at = before[at]) chosen[at] = true;
  return chosen;
}

}  // namespace claimlint::review
