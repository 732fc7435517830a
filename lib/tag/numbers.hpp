// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "text/text.hpp"

namespace claimlint::tag {

/// A number as written.
struct Number {
  double value = 0;
  text::TokenRange tokens;
  bool plain = false;    ///< one run of digits without separators, sign or fraction
  bool spelled = false;  ///< begins with a word: "six", "hundreds of"
};

/// The number that begins at a token: "35,000", "1/4", "2 1/4", "3 million", "a hundred", "half a".
std::optional<Number> read_number(const text::Document& document, std::uint32_t at,
                                  std::uint32_t last);

}  // namespace claimlint::tag
