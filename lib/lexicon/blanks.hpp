// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimlint::lexicon {

// What open_blanks() writes for a blank.
inline constexpr std::string_view kBlanks = "(?:\\s+)";

/// The expression as RE2 is to read it: a blank matches any run of blanks and line ends; in a
/// character class it stands for one of them.
std::string open_blanks(std::string_view expression);

/// Just behind the character class that begins at `begin`. A bracket that comes first does not
/// close it.
std::size_t end_of_class(std::string_view expression, std::size_t begin);

}  // namespace claimlint::lexicon
