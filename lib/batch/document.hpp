// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "claimlint/auditor.hpp"
#include "claimlint/batch.hpp"
#include "claimlint/report.hpp"
#include "walk.hpp"

namespace claimlint::batch {

/// Reads and audits one file. What cannot be read, is too large or needs more memory than there is
/// becomes a report that says so.
Report audit_file(const Auditor& auditor, const BatchOptions& options, const Found& found);

}  // namespace claimlint::batch
