// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/report.hpp"
#include "input/input.hpp"
#include "text/text.hpp"

namespace claimlint::review {

/// What reviewers decided, applied to a report that has its sentences and no score yet. What does
/// not count by it stays in the report, vetoed as `dismissed` or `baseline`. A decision of the file
/// goes before what the article says of itself.
void decide(Report& report, const std::vector<input::Directive>& directives, const text::Text& text,
            const Lexicons& lexicons, const AuditOptions& options);

}  // namespace claimlint::review
