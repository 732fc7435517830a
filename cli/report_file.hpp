// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <string>

#include "claimlint/source_files.hpp"
#include "settings.hpp"

namespace claimlint::cli {

/// Opens a report to read it. Throws std::runtime_error where that cannot be.
std::ifstream open_report(const std::string& path);

/// The files that were audited, as large as the audit took them.
SourceFiles open_sources(const Settings& settings);

}  // namespace claimlint::cli
