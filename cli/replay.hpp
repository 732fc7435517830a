// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings.hpp"

namespace claimlint::cli {

/// Audits the sources of a report again and says where the new report differs. Returns the exit
/// code. Throws UsageError where the report was made with another version, other lexicons, other
/// engines or other options than those at hand.
int replay(const Settings& settings);

}  // namespace claimlint::cli
