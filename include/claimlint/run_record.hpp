// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

/// How and when a report was made: what differs between two runs that write the same report, and
/// so must not be part of it. Times are UTC, YYYY-MM-DDThh:mm:ssZ.
struct RunRecord {
  std::string report;  ///< name of the report's file
  std::string started;
  std::string finished;
  std::string host;
  std::vector<std::string> arguments;  ///< of the command line, without the program's name
  Tool tool;
  Summary summary;         ///< its totals
  std::size_t reused = 0;  ///< documents taken from the store
  int exit_code = 0;
  double wall_seconds = 0;
  double cpu_seconds = 0;
  std::size_t peak_memory = 0;  ///< of the process, in bytes
};

/// Writes one JSON object. Errors stay in the stream's state.
CLAIMLINT_EXPORT void write_run_record(std::ostream& out, const RunRecord& record);

}  // namespace claimlint
