// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/export.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

struct BatchOptions {
  std::vector<std::filesystem::path> paths;       ///< files and folders
  unsigned jobs = 0;                              ///< threads; 0 means one for each core
  std::size_t max_bytes = std::size_t{64} << 20;  ///< a larger file is not audited: "budget"
  std::optional<std::string> format;              ///< force an input format by name
  std::istream* standard_input = nullptr;  ///< what the path "-" reads; null: "-" is a file's name
};

/// Progress of a batch: called in order, from one thread at a time.
using BatchObserver = std::function<void(const Report& report)>;

/// Audits files and folders in parallel and writes the reports in a fixed order, so the output is
/// the same for any number of jobs. A folder is walked recursively for files an input format knows
/// by extension, by name; links that lead back into a folder being walked are passed over. What
/// cannot be read, and a path that is missing, becomes a report with status `not_audited`.
/// Report paths are relative to the argument that led to them, `/`-separated.
CLAIMLINT_EXPORT Summary audit_paths(const Auditor& auditor, const BatchOptions& options,
                                     ReportWriter& writer, const BatchObserver& observer = {});

}  // namespace claimlint
