// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>

#include "claimlint/decisions.hpp"

namespace claimlint {
namespace {

// The 97.5th percentile of the normal distribution: 95 % lie within so many standard deviations.
constexpr double kDeviations = 1.959963984540054;

}  // namespace

std::vector<LedgerRow> ledger(const Decisions& decisions) {
  std::map<std::string, LedgerRow> rows;
  for (const RecordedDecision& decision : decisions.entries()) {
    LedgerRow& row = rows[decision.rule.value_or("")];
    ++(decision.action == "accept" ? row.accepted : row.dismissed);
  }
  std::vector<LedgerRow> result;
  for (auto& [rule, row] : rows) {
    row.rule = rule;
    result.push_back(row);
  }
  return result;
}

Proportion proportion(std::size_t successes, std::size_t trials) {
  if (trials == 0) return {};
  const auto n = static_cast<double>(trials);
  const double share = static_cast<double>(successes) / n;
  const double z2 = kDeviations * kDeviations;
  const double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const double half =
      kDeviations / (1 + z2 / n) * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
  return {share, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace claimlint
