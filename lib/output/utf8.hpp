// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimlint::output {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = 0;    ///< U+FFFD where the bytes are ill-formed
  std::size_t size = 1;  ///< in bytes; of an ill-formed sequence its longest valid beginning
  bool well_formed = true;
};

/// The code point that starts at `offset`, which must be less than the size.
CodePoint code_point_at(std::string_view utf8, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);

}  // namespace claimlint::output
