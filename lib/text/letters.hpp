// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ascii.hpp"

namespace claimlint::text {

/// What folding needs to know of a single code point.
enum class Script : std::uint8_t { latin, greek, cyrillic, other };

Script script_of(char32_t letter);
bool is_mark(char32_t value);
bool is_invisible(char32_t value);  ///< default ignorable: soft hyphen, zero width, selectors, ...
bool is_fraction(char32_t value);   ///< one sign such as ¼

// The next four for what is not ASCII.
bool is_wide_letter(char32_t value);
bool is_wide_upper(char32_t letter);
bool is_wide_lower(char32_t letter);
bool is_wide_digit(char32_t value);

inline bool is_letter(char32_t value) {
  return value < 0x80 ? is_ascii_letter(static_cast<char>(value)) : is_wide_letter(value);
}
/// Upper or title case.
inline bool is_upper(char32_t letter) {
  return letter < 0x80 ? is_ascii_upper(static_cast<char>(letter)) : is_wide_upper(letter);
}
inline bool is_lower(char32_t letter) {
  return letter < 0x80 ? is_ascii_lower(static_cast<char>(letter)) : is_wide_lower(letter);
}
inline bool is_digit(char32_t value) {
  return value < 0x80 ? is_ascii_digit(static_cast<char>(value)) : is_wide_digit(value);
}

bool is_full_width(char32_t letter);
bool is_styled(char32_t letter);  ///< mathematical bold, script and the like

/// The Latin letter that looks like a Greek or Cyrillic one; 0 where there is none.
char look_alike(char32_t letter);

/// "alpha" for α and Α; empty for what is no Greek letter.
std::string_view greek_name(char32_t letter);

/// The plain form of one code point, by itself: lower case, without accents where it is Latin.
void append_plain(std::string& out, char32_t value);

}  // namespace claimlint::text
