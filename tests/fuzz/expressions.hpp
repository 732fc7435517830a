// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace claimlint::fuzz {

/// Holds what finds these expressions quickly to RE2 that tries each at every place of a text.
/// Expressions that RE2 refuses are left out.
void check_expressions(std::vector<std::string> expressions, std::string text);

}  // namespace claimlint::fuzz
