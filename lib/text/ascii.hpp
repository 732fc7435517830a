// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace claimlint::text {

constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_one_of(std::string_view set, char c) {
  for (const char each : set) {
    if (each == c) return true;
  }
  return false;
}

/// A set of bytes that is asked once for every byte of a text.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) holds_[static_cast<unsigned char>(byte)] = true;
  }
  [[nodiscard]] constexpr bool contains(char byte) const {
    return holds_[static_cast<unsigned char>(byte)];
  }
  /// The first place from `at` on, before `end`, whose byte is in the set or is not; else `end`.
  [[nodiscard]] constexpr std::size_t find(std::string_view text, std::size_t at,
                                           std::size_t end) const {
    while (at < end && !contains(text[at])) ++at;
    return at;
  }
  [[nodiscard]] constexpr std::size_t skip(std::string_view text, std::size_t at,
                                           std::size_t end) const {
    while (at < end && contains(text[at])) ++at;
    return at;
  }

 private:
  std::array<bool, 256> holds_{};
};

}  // namespace claimlint::text
