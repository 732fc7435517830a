// SPDX-License-Identifier: Apache-2.0
#include "roll_ups.hpp"

#include <algorithm>

namespace claimlint::review {

void RollUps::Sum::add(const Report& report) {
  ++totals.documents;
  if (report.status == Status::not_audited) ++totals.not_audited;
  if (!report.score) return;
  const Score& score = *report.score;
  ++scored;
  risks += score.risk;
  totals.highest_risk = std::max(totals.highest_risk, score.risk);
  if (score.band == Band::high) ++totals.band_high;
  totals.claims += score.claims;
  totals.by_severity.high += score.by_severity.high;
  totals.by_severity.medium += score.by_severity.medium;
  totals.by_severity.low += score.by_severity.low;
}

void RollUps::add(const Report& report) {
  if (report.source.site) sites_[*report.source.site].add(report);
  for (std::size_t slash = report.path.find('/'); slash != std::string::npos;
       slash = report.path.find('/', slash + 1)) {
    if (slash > 0) folders_[report.path.substr(0, slash)].add(report);
  }
}

std::vector<RollUp> RollUps::totals_of(const ByName& sums) {
  std::vector<RollUp> result;
  result.reserve(sums.size());
  for (const auto& [name, sum] : sums) {
    RollUp totals = sum.totals;
    totals.name = name;
    if (sum.scored > 0) totals.mean_risk = sum.risks / static_cast<double>(sum.scored);
    result.push_back(std::move(totals));
  }
  return result;
}

}  // namespace claimlint::review
