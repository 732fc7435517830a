// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimlint::judge {

/// One of the names, in singular or plural.
bool is_named(const std::vector<std::string>& names, std::string_view subject);

}  // namespace claimlint::judge
