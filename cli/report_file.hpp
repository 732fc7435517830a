// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <string>

namespace claimlint::cli {

/// Opens a report to read it. Throws std::runtime_error where that cannot be.
std::ifstream open_report(const std::string& path);

}  // namespace claimlint::cli
