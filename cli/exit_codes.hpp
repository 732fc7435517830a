// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "claimlint/report.hpp"

namespace claimlint::cli {

/// Whether some of these claims are what --fail-on asks for; null asks for none.
inline bool has_findings(const SeverityCounts& counts, std::optional<Severity> from) {
  if (!from) return false;
  return counts.high > 0 || (counts.medium > 0 && *from <= Severity::medium) ||
         (counts.low > 0 && *from <= Severity::low);
}

}  // namespace claimlint::cli
