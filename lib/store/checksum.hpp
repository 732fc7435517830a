// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace claimlint::store {

/// Tells bytes that a disk has damaged, not ones that somebody has changed: SQLite has no sums of
/// its own, and a cryptographic one would cost more than reading the bytes.
class Checksum {
 public:
  static std::int64_t of(std::string_view bytes) {
    Checksum sum(bytes.size());
    Words words{};
    for (; bytes.size() >= sizeof words; bytes.remove_prefix(sizeof words)) {
      std::memcpy(words.data(), bytes.data(), sizeof words);
      sum.add(words);
    }
    words = {};
    std::memcpy(words.data(), bytes.data(), bytes.size());
    sum.add(words);
    return sum.total();
  }

 private:
  // Each lane waits only for itself, so the processor works on all at once.
  using Words = std::array<std::uint64_t, 4>;
  static constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;

  explicit Checksum(std::uint64_t size) : lanes_{size, kOdd, 2 * kOdd, 3 * kOdd} {}

  static std::uint64_t mixed(std::uint64_t value) {
    value *= kOdd;
    return value ^ (value >> 32U);
  }

  void add(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) lanes_[i] = mixed(lanes_[i] ^ words[i]);
  }

  [[nodiscard]] std::int64_t total() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t lane : lanes_) sum = mixed(sum ^ lane);
    return static_cast<std::int64_t>(sum);
  }

  Words lanes_;
};

}  // namespace claimlint::store
