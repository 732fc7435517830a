// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <string>
#include <system_error>

#include "settings.hpp"

namespace claimlint::cli {

/// The value of a flag that takes a whole number between two. Throws UsageError.
template <typename Number>
Number read_number(const std::string& flag, const std::string& value, Number lowest,
                   Number highest) {
  Number number{};
  const char* const end = value.data() + value.size();
  const auto result = std::from_chars(value.data(), end, number);
  if (result.ec != std::errc() || result.ptr != end || number < lowest || number > highest) {
    throw UsageError("--" + flag + ": '" + value + "' is no number from " + std::to_string(lowest) +
                     " to " + std::to_string(highest));
  }
  return number;
}

}  // namespace claimlint::cli
