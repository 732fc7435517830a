// SPDX-License-Identifier: Apache-2.0
#include "across_text.hpp"

#include <algorithm>
#include <vector>

namespace claimlint::output {
namespace {

/// The reports for programs have the rest.
constexpr std::size_t kListed = 10;

std::string right_aligned(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

void write_more(Page& page, std::size_t all) {
  if (all > kListed) page.line("  and " + std::to_string(all - kListed) + " more");
}

void write_clusters(Page& page, const std::vector<ClaimCluster>& clusters) {
  if (clusters.empty()) return;
  page.line();
  page.line(page.palette().bold("claims in nearly the same words"));
  for (std::size_t i = 0; i < std::min(kListed, clusters.size()); ++i) {
    const ClaimCluster& cluster = clusters[i];
    std::string where =
        counted(cluster.claims, "claim") + " in " + counted(cluster.documents, "document");
    if (cluster.sites > 1) where += " of " + counted(cluster.sites, "site");
    page.line("  " + where + ", " +
              page.palette().severity(cluster.severity, to_string(cluster.severity)) + ", " +
              printable(cluster.type));
    page.field(4, {}, cluster.text);
  }
  write_more(page, clusters.size());
}

/// The riskiest parts first.
void write_roll_ups(Page& page, std::string_view title, std::vector<RollUp> parts) {
  if (parts.empty()) return;
  std::ranges::stable_sort(
      parts, [](const RollUp& a, const RollUp& b) { return a.mean_risk > b.mean_risk; });
  page.line();
  page.line(page.palette().bold(" mean  highest  documents  claims  " + std::string(title)));
  for (std::size_t i = 0; i < std::min(kListed, parts.size()); ++i) {
    const RollUp& part = parts[i];
    page.line(right_aligned(risk_text(part.mean_risk), 5) +
              right_aligned(risk_text(part.highest_risk), 9) +
              right_aligned(std::to_string(part.documents), 11) +
              right_aligned(std::to_string(part.claims), 8) + "  " + printable(part.name));
  }
  write_more(page, parts.size());
}

}  // namespace

void write_across(Page& page, const Summary& summary) {
  write_clusters(page, summary.clusters);
  write_roll_ups(page, "site", summary.sites);
  write_roll_ups(page, "folder", summary.folders);
}

}  // namespace claimlint::output
