// SPDX-License-Identifier: Apache-2.0
#include "breakdown.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace claimlint::score {
namespace {

constexpr double kTenths = 10;

std::string reason_of(const Share& share) {
  return std::to_string(share.sentences) +
         (share.sentences == 1 ? " sentence with " : " sentences with ") + share.key.type +
         ", severity " + std::string(to_string(share.key.severity));
}

/// Whole numbers that add up to `total`, each `exact` rounded down or up by one: those that lost
/// most by rounding down are rounded up, the earlier first among equals.
std::vector<long> apportion(const std::vector<double>& exact, long total) {
  std::vector<long> whole(exact.size());
  std::transform(exact.begin(), exact.end(), whole.begin(),
                 [](double value) { return static_cast<long>(std::floor(value)); });
  std::vector<std::size_t> order(exact.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto lost = [&](std::size_t i) { return exact[i] - static_cast<double>(whole[i]); };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return lost(a) > lost(b); });
  long left = total - std::accumulate(whole.begin(), whole.end(), 0L);
  for (std::size_t i = 0; left > 0 && !order.empty(); i = (i + 1) % order.size(), --left) {
    ++whole[order[i]];
  }
  return whole;
}

long tenths_of(double counted, double dense) { return std::lround((counted + dense) * kTenths); }

}  // namespace

double risk_of(double counted, double dense) {
  return static_cast<double>(tenths_of(counted, dense)) / kTenths;
}

std::vector<ScorePart> break_down(const std::vector<Share>& shares, double counted, double dense) {
  double sum = 0;
  for (const Share& share : shares) sum += share.weight;
  std::vector<double> exact;
  exact.reserve(shares.size() + 1);
  for (const Share& share : shares) exact.push_back(counted * share.weight / sum * kTenths);
  exact.push_back(dense * kTenths);
  const std::vector<long> tenths = apportion(exact, tenths_of(counted, dense));
  std::vector<ScorePart> parts;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    parts.push_back({reason_of(shares[i]), static_cast<double>(tenths[i]) / kTenths});
  }
  parts.push_back({"share of claims in the text", static_cast<double>(tenths.back()) / kTenths});
  return parts;
}

}  // namespace claimlint::score
