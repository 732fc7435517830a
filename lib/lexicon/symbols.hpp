// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace claimlint::lexicon {

/// Bytes of the folded text in few classes: a letter or sign each has one of its own, all digits
/// have one, all white space has one, and whatever is rare has the first. What tells classes apart
/// tells bytes apart, and not the other way round.
inline constexpr std::size_t kByteClasses = 64;
inline constexpr std::uint8_t kRareClass = 0;
inline constexpr std::uint8_t kDigitClass = 1;
inline constexpr std::uint8_t kWhiteClass = 2;

constexpr bool is_white(unsigned char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

constexpr bool is_digit(unsigned char byte) { return '0' <= byte && byte <= '9'; }

/// A byte of a character of several, behind its first.
constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

constexpr std::array<std::uint8_t, 256> number_byte_classes() {
  constexpr std::string_view kOwn = "abcdefghijklmnopqrstuvwxyz'-,.:;()%$/&!?\"+*#@=<>|~[]{}_\\^`";
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte) {
    if (is_digit(static_cast<unsigned char>(byte))) classes[byte] = kDigitClass;
    if (is_white(static_cast<unsigned char>(byte))) classes[byte] = kWhiteClass;
  }
  std::uint8_t next = kWhiteClass + 1;
  for (const char own : kOwn) classes[static_cast<unsigned char>(own)] = next++;
  return classes;
}

inline constexpr std::array<std::uint8_t, 256> kClassOfByte = number_byte_classes();

/// Some of the byte classes.
using ClassMask = std::uint64_t;
inline constexpr ClassMask kAllClasses = ~ClassMask{0};

/// Without an instruction that not every processor has, and so without a call.
constexpr std::uint32_t count_bits(ClassMask mask) {
  mask -= mask >> 1U & 0x5555555555555555U;
  mask = (mask & 0x3333333333333333U) + (mask >> 2U & 0x3333333333333333U);
  mask = (mask + (mask >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<std::uint32_t>(mask * 0x0101010101010101U >> 56U);
}

constexpr ClassMask mask_of(unsigned char byte) { return ClassMask{1} << kClassOfByte[byte]; }
constexpr ClassMask mask_of(char byte) { return mask_of(static_cast<unsigned char>(byte)); }

}  // namespace claimlint::lexicon
