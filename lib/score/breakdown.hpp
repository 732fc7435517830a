// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::score {

/// Sentences that share one line of the breakdown, by the claim each weighs by; the graver severity
/// first, then by type.
struct ShareKey {
  Severity severity = Severity::low;
  std::string type;
  friend bool operator<(const ShareKey& a, const ShareKey& b) {
    return a.severity != b.severity ? a.severity > b.severity : a.type < b.type;
  }
};

struct Share {
  ShareKey key;
  std::size_t sentences = 0;
  double weight = 0;  ///< summed over the sentences; above 0
};

/// The risk at one decimal.
double risk_of(double counted, double dense);

/// Shows where the risk comes from: a line for each share with its part of the points `counted`,
/// and one for the `dense` points. Every line has one decimal and their sum is the risk: what
/// rounding leaves over goes to the lines that lost most by it.
std::vector<ScorePart> break_down(const std::vector<Share>& shares, double counted, double dense);

}  // namespace claimlint::score
