// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace claimlint::cli {

bool stdout_is_terminal();
bool stderr_is_terminal();

/// Text of a file name or an article, safe to print: control characters, those that turn the
/// direction of writing and what is no UTF-8 become `?`.
std::string printable(std::string_view text);

/// The same of several lines.
std::string printable_lines(std::string_view text);

}  // namespace claimlint::cli
