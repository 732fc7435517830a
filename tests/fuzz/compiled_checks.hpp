// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace claimlint::fuzz {

/// Reads compiled lexicons without trusting them, and looks for what they hold in a text. Throws
/// what Compiled does.
void check_compiled(std::string_view bytes);

}  // namespace claimlint::fuzz
