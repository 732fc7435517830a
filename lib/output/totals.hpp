// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "claimlint/report.hpp"
#include "page.hpp"

namespace claimlint::output {

/// "21 claims: 3 high, 12 medium, 6 low"; "no claims".
std::string claims_text(std::size_t claims, const SeverityCounts& counts);

/// The end of every report for people: totals, claims by type, and what the report is not.
void write_totals(Page& page, const Summary& summary);

}  // namespace claimlint::output
