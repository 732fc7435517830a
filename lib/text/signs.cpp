// SPDX-License-Identifier: Apache-2.0
#include "signs.hpp"

#include <array>
#include <cstdint>

namespace claimlint::text {
namespace {

using Row = std::array<std::string_view, 64>;  ///< by the last byte of a code point

constexpr void fill(Row& row, unsigned first, unsigned last, std::string_view plain) {
  for (unsigned byte = first; byte <= last; ++byte) row[byte & 0x3FU] = plain;
}

/// U+0080 to U+00BF.
constexpr Row latin_row() {
  Row row{};
  fill(row, 0xA0, 0xA0, " ");
  fill(row, 0xAB, 0xAB, "\"");
  fill(row, 0xBB, 0xBB, "\"");
  fill(row, 0xA3, 0xA3, "£");
  fill(row, 0xA9, 0xA9, "©");
  fill(row, 0xAE, 0xAE, "®");
  fill(row, 0xB0, 0xB0, "°");
  return row;
}

/// U+2000 to U+203F.
constexpr Row punctuation_row() {
  Row row{};
  fill(row, 0x80, 0x8A, " ");   // en quad to hair space
  fill(row, 0x90, 0x95, "-");   // hyphen to horizontal bar
  fill(row, 0x98, 0x9B, "'");   // ‘ ’ ‚ ‛
  fill(row, 0x9C, 0x9F, "\"");  // “ ” „ ‟
  fill(row, 0xA0, 0xA0, "†");
  fill(row, 0xA1, 0xA1, "‡");
  fill(row, 0xA2, 0xA2, "•");
  fill(row, 0xA6, 0xA6, "...");
  fill(row, 0xAF, 0xAF, " ");   // narrow no-break space
  fill(row, 0xB2, 0xB2, "'");   // ′
  fill(row, 0xB3, 0xB3, "\"");  // ″
  return row;
}

constexpr Row kLatin = latin_row();
constexpr Row kPunctuation = punctuation_row();

constexpr std::uint8_t byte_at(std::string_view utf8, std::size_t at) {
  return at < utf8.size() ? static_cast<std::uint8_t>(utf8[at]) : std::uint8_t{0};
}

}  // namespace

PlainSign plain_sign_at(std::string_view utf8, std::size_t at) {
  const std::uint8_t lead = byte_at(utf8, at);
  const std::uint8_t second = byte_at(utf8, at + 1);
  PlainSign sign;
  if (lead == 0xC2) {
    sign = {kLatin[second & 0x3FU], 2};
  } else if (lead == 0xE2 && second == 0x80) {
    sign = {kPunctuation[byte_at(utf8, at + 2) & 0x3FU], 3};
  }
  return sign.plain.empty() ? PlainSign{} : sign;
}

std::size_t lone_sign_at(std::string_view utf8, std::size_t at) {
  const std::uint8_t lead = byte_at(utf8, at);
  const std::uint8_t second = byte_at(utf8, at + 1);
  if (lead == 0xC2) {
    // Of ¡ to ¿ all but ª, the soft hyphen, µ, the middle dot and º.
    constexpr std::string_view kOthers = "\xAA\xAD\xB5\xB7\xBA";
    const bool is_other = kOthers.find(static_cast<char>(second)) != std::string_view::npos;
    return second > 0xA0 && !is_other ? 2 : 0;
  }
  if (lead != 0xE2) return 0;
  const std::uint8_t third = byte_at(utf8, at + 2);
  if (second == 0x80) return third >= 0xA0 && third <= 0xA2 ? 3 : 0;  // † ‡ •
  if (second == 0x82) return third >= 0xA0 ? 3 : 0;                   // €
  if (second == 0x84) return third == 0xA2 ? 3 : 0;                   // ™
  const bool is_symbol = (second >= 0x86 && second <= 0x8F) || (second >= 0x94 && second <= 0x9E);
  return is_symbol && (second > 0x86 || third >= 0x90) ? 3 : 0;  // arrows, boxes, stars, ticks
}

}  // namespace claimlint::text
