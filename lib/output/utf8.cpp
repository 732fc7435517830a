// SPDX-License-Identifier: Apache-2.0
#include "utf8.hpp"

namespace claimlint::output {
namespace {

/// A lead byte of the table of well-formed sequences (Unicode, table 3-7).
struct Lead {
  std::size_t size;
  unsigned bits;
  unsigned second_low;
  unsigned second_high;
};

Lead lead_of(unsigned byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0, 0xA0, 0xBF};
  if (byte == 0xED) return {3, byte & 0x0FU, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, byte & 0x0FU, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, byte & 0x07U, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 4, 0x80, 0x8F};
  return {1, 0, 0, 0};
}

}  // namespace

CodePoint code_point_at(std::string_view utf8, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return unsigned{static_cast<unsigned char>(utf8[i])}; };
  if (byte(offset) < 0x80) return {byte(offset), 1, true};
  const Lead lead = lead_of(byte(offset));
  if (lead.size == 1) return {kReplacement, 1, false};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.size; ++i) {
    const unsigned low = i == 1 ? lead.second_low : 0x80U;
    const unsigned high = i == 1 ? lead.second_high : 0xBFU;
    if (offset + i >= utf8.size() || byte(offset + i) < low || byte(offset + i) > high) {
      return {kReplacement, i, false};
    }
    value = (value << 6U) | (byte(offset + i) & 0x3FU);
  }
  return {value, lead.size, true};
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6U));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12U));
    put(0x80 | ((code_point >> 6U) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18U));
    put(0x80 | ((code_point >> 12U) & 0x3F));
    put(0x80 | ((code_point >> 6U) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

}  // namespace claimlint::output
