// SPDX-License-Identifier: Apache-2.0
#include "ranks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace claimlint::review {
namespace {

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double sum_of_products(const std::vector<double>& a, double mean_a, const std::vector<double>& b,
                       double mean_b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
  return sum;
}

}  // namespace

std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> result(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last + 1 < order.size() && !(values[order[first]] < values[order[last + 1]])) ++last;
    const double shared = static_cast<double>(first + last) / 2;
    for (; first <= last; ++first) result[order[first]] = shared;
  }
  return result;
}

std::optional<double> spearman(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() < 3) return std::nullopt;
  const std::vector<double> ranks_a = ranks(a);
  const std::vector<double> ranks_b = ranks(b);
  const double mean_a = mean(ranks_a);
  const double mean_b = mean(ranks_b);
  const double spread = std::sqrt(sum_of_products(ranks_a, mean_a, ranks_a, mean_a) *
                                  sum_of_products(ranks_b, mean_b, ranks_b, mean_b));
  if (spread <= 0) return 0.0;
  return sum_of_products(ranks_a, mean_a, ranks_b, mean_b) / spread;
}

}  // namespace claimlint::review
