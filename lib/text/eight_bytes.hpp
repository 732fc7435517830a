// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace claimlint::text {

/// Eight bytes of a text, asked all at once. Words are about that long: a loop over their bytes
/// costs more in mispredicted ends than in work.
class EightBytes {
 public:
  static constexpr std::size_t kSize = 8;

  explicit EightBytes(const char* from) { std::memcpy(&bytes_, from, kSize); }

  /// How many of the first bytes are ASCII letters or digits.
  [[nodiscard]] std::size_t letters_or_digits() const {
    const std::uint64_t low = bytes_ & ~kHighs;
    const std::uint64_t word = in_range(low | kOnes * 0x20, 'a', 'z') | in_range(low, '0', '9');
    return first_marked(~(word & ~bytes_) & kHighs);
  }

  /// How many of the first bytes are blanks, "@", or what ASCII has from there on, or no ASCII.
  [[nodiscard]] std::size_t blanks_or_letters() const {
    const std::uint64_t blank = bytes_ ^ kOnes * ' ';
    const std::uint64_t not_blank = ((blank & ~kHighs) + ~kHighs) | blank;
    return first_marked(~(bytes_ | bytes_ << 1) & not_blank & kHighs);
  }

  /// Whether the bytes from `begin`, below 8, to `end`, above 0, are those of another eight.
  [[nodiscard]] bool is_same_in(EightBytes other, std::size_t begin, std::size_t end) const {
    const std::uint64_t different = bytes_ ^ other.bytes_;
    constexpr bool kLittle = std::endian::native == std::endian::little;
    const std::uint64_t all = ~std::uint64_t{0};
    const std::uint64_t from_begin = kLittle ? all << 8 * begin : all >> 8 * begin;
    const std::uint64_t to_end = kLittle ? all >> 8 * (kSize - end) : all << 8 * (kSize - end);
    return (different & from_begin & to_end) == 0;
  }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101;
  static constexpr std::uint64_t kHighs = kOnes * 0x80;

  /// The high bit of each byte that is in a range; all must be below 0x80.
  static constexpr std::uint64_t in_range(std::uint64_t bytes, unsigned char first,
                                          unsigned char last) {
    return (bytes + kOnes * (0x80U - first)) & ~(bytes + kOnes * (0x7FU - last)) & kHighs;
  }

  /// The index of the first byte in which a bit is set; 8 where none is.
  static constexpr std::size_t first_marked(std::uint64_t bits) {
    constexpr bool kLittle = std::endian::native == std::endian::little;
    return static_cast<std::size_t>(kLittle ? std::countr_zero(bits) : std::countl_zero(bits)) / 8;
  }

  std::uint64_t bytes_ = 0;
};

}  // namespace claimlint::text
