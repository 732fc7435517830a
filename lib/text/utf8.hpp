// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimlint::text {

/// A code point and the offset behind it.
struct CodePoint {
  char32_t value = 0;
  std::size_t end = 0;
};

/// The code point that begins at `offset` of well-formed UTF-8.
inline CodePoint code_point_at(std::string_view utf8, std::size_t offset) {
  const auto byte = [utf8](std::size_t at) { return static_cast<unsigned char>(utf8[at]); };
  const auto tail = [&](std::size_t at) { return static_cast<char32_t>(byte(at) & 0x3FU); };
  const char32_t lead = byte(offset);
  if (lead < 0x80) return {lead, offset + 1};
  if (lead < 0xE0) return {(lead & 0x1FU) << 6 | tail(offset + 1), offset + 2};
  if (lead < 0xF0) {
    return {(lead & 0x0FU) << 12 | tail(offset + 1) << 6 | tail(offset + 2), offset + 3};
  }
  return {(lead & 0x07U) << 18 | tail(offset + 1) << 12 | tail(offset + 2) << 6 | tail(offset + 3),
          offset + 4};
}

/// The offset where the code point that ends at `offset` begins. `offset` must not be 0.
inline std::size_t code_point_before(std::string_view utf8, std::size_t offset) {
  --offset;
  while (offset > 0 && (static_cast<unsigned char>(utf8[offset]) & 0xC0U) == 0x80U) --offset;
  return offset;
}

/// Appends a code point, which must be a scalar value.
inline void append_utf8(std::string& out, char32_t value) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | value >> 6);
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | value >> 12);
    put(0x80U | (value >> 6 & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | value >> 18);
    put(0x80U | (value >> 12 & 0x3FU));
    put(0x80U | (value >> 6 & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

/// The length of the run of ASCII bytes that begins at `offset`.
std::size_t ascii_run(std::string_view bytes, std::size_t offset);

}  // namespace claimlint::text
