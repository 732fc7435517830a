// SPDX-License-Identifier: Apache-2.0
#include "totals.hpp"

#include <algorithm>
#include <vector>

#include "across_text.hpp"

namespace claimlint::output {
namespace {

constexpr std::size_t kCountWidth = 7;

std::string documents_text(const Summary& summary) {
  std::string text = counted(summary.documents, "document");
  if (summary.partial > 0) text += ", " + std::to_string(summary.partial) + " partly audited";
  if (summary.not_audited > 0) {
    text += ", " + std::to_string(summary.not_audited) + " not audited";
  }
  return text;
}

std::string bands_text(const Summary& summary) {
  return "risk: " + std::to_string(summary.band_high) + " high, " +
         std::to_string(summary.band_medium) + " medium, " + std::to_string(summary.band_low) +
         " low";
}

std::string right_aligned(std::size_t value) {
  const std::string digits = std::to_string(value);
  return std::string(kCountWidth - std::min(kCountWidth, digits.size()), ' ') + digits;
}

}  // namespace

std::string claims_text(std::size_t claims, const SeverityCounts& counts) {
  if (claims == 0) return "no claims";
  std::string text = counted(claims, "claim") + ": ";
  text += std::to_string(counts.high) + " high, " + std::to_string(counts.medium) + " medium, " +
          std::to_string(counts.low) + " low";
  return text;
}

void write_totals(Page& page, const Summary& summary) {
  page.line(page.palette().bold(documents_text(summary)) + "; " + bands_text(summary));
  page.line(claims_text(summary.claims, summary.by_severity));
  std::vector<TypeCount> types = summary.by_type;
  std::stable_sort(types.begin(), types.end(),
                   [](const TypeCount& a, const TypeCount& b) { return a.count > b.count; });
  for (const TypeCount& type : types) {
    page.line(right_aligned(type.count) + "  " + printable(type.type));
  }
  if (summary.hidden > 0) {
    page.line(counted(summary.hidden, "claim") + " of low severity and confidence not shown");
  }
  write_across(page, summary);
  page.line();
  page.line("This is a screening aid, not a legal finding.");
}

}  // namespace claimlint::output
