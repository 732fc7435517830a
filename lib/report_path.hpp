// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "claimlint/report.hpp"

namespace claimlint {

/// Names a report by a path whose bytes may be no UTF-8.
void set_path(Report& report, std::string_view path);

}  // namespace claimlint
