// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "flags.hpp"

namespace claimlint::cli {

/// The flags about which files to audit, and the configuration file.
std::vector<Flag> folder_flags();

}  // namespace claimlint::cli
