// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace claimlint::text {

/// A sign of ordinary typesetting (a curly quote, a dash, a fixed blank) and what it folds to,
/// whatever stands beside it. A short cut: append_plain() says the same of each.
struct PlainSign {
  std::string_view plain;
  std::size_t size = 0;  ///< bytes of the sign; 0 where there is none
};
PlainSign plain_sign_at(std::string_view utf8, std::size_t at);

/// The size of the sign at `at` that is a segment of its own by UAX #29 in any text without
/// zero-width joiners, and no word: "•", "£", "→". 0 where there is none, or none that is known
/// here.
std::size_t lone_sign_at(std::string_view utf8, std::size_t at);

}  // namespace claimlint::text
