// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace claimlint::fuzz {

/// Bytes read as a row of decisions, for targets that build their input from parts: a change of one
/// byte changes one decision. Behind the end every decision is the first one.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool done() const { return bytes_.empty(); }

  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }

  /// Of so many bytes, the first the lowest.
  std::uint64_t number(std::size_t bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value |= std::uint64_t{byte()} << (8 * i);
    return value;
  }

  /// Less than `count`, which is not 0.
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(number(count > 256 ? 2 : 1)) % count;
  }

  /// One of the items.
  template <typename Items>
  const auto& pick(const Items& items) {
    return items[below(items.size())];
  }

  /// The next bytes as they are.
  std::string_view take(std::size_t count) {
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(taken.size());
    return taken;
  }

 private:
  std::string_view bytes_;
};

/// Takes what stands before the first `border` off the front of `bytes`, and the border.
inline std::string_view take_part(std::string_view& bytes, char border) {
  const std::size_t end = std::min(bytes.find(border), bytes.size());
  const std::string_view part = bytes.substr(0, end);
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  return part;
}

}  // namespace claimlint::fuzz
