// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// Arrays as bytes that are used where they lie: nothing is copied or allocated to read them.
namespace claimlint::lexicon {

/// Where a run of values begins in flat bytes, and what those bytes must be aligned to.
inline constexpr std::size_t kFlatAlignment = 8;

/// A number or a plain pair of numbers, the same in every build for one machine.
template <typename T>
concept FlatValue = std::is_trivially_copyable_v<T> && std::is_standard_layout_v<T> &&
                    alignof(T) <= kFlatAlignment;

[[noreturn]] inline void fail_damaged() {
  throw std::runtime_error("compiled lexicons are damaged");
}

inline void require(bool holds) {
  if (!holds) fail_damaged();
}

class FlatWriter {
 public:
  void add(std::uint64_t number) { append(&number, sizeof number); }
  void add(std::string_view text) { add(std::span<const char>(text)); }
  template <FlatValue T>
  void add(std::span<const T> values) {
    add(values.size());
    append(values.data(), values.size_bytes());
  }
  template <FlatValue T>
  void add(const std::vector<T>& values) {
    add(std::span<const T>(values));
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  void append(const void* data, std::size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
    bytes_.resize((bytes_.size() + kFlatAlignment - 1) / kFlatAlignment * kFlatAlignment);
  }

  std::string bytes_;
};

/// Takes off the front what a FlatWriter wrote. What it gives points into the bytes. Throws
/// std::runtime_error where they end too early; what the values mean is for the taker to check.
class FlatReader {
 public:
  /// Whether what the values mean need be checked: not where the bytes are part of the library.
  enum class Trust : std::uint8_t { none, full };

  explicit FlatReader(std::string_view bytes, Trust trust = Trust::none)
      : bytes_(bytes), trust_(trust) {
    require(reinterpret_cast<std::uintptr_t>(bytes.data()) % kFlatAlignment == 0);
  }

  std::uint64_t number() {
    return *reinterpret_cast<const std::uint64_t*>(take(sizeof(std::uint64_t)));
  }
  /// Of things that each take up some of the bytes behind it.
  std::uint64_t count() {
    const std::uint64_t count = number();
    require(count <= bytes_.size());
    return count;
  }
  std::string_view text() {
    const std::span<const char> text = values<char>();
    return {text.data(), text.size()};
  }
  template <FlatValue T>
  std::span<const T> values() {
    const std::uint64_t count = number();
    require(count <= bytes_.size() / sizeof(T));
    return {reinterpret_cast<const T*>(take(count * sizeof(T))), count};
  }
  [[nodiscard]] bool done() const { return bytes_.empty(); }
  [[nodiscard]] bool is_trusted() const { return trust_ == Trust::full; }

 private:
  const char* take(std::size_t size) {
    const std::size_t padded = (size + kFlatAlignment - 1) / kFlatAlignment * kFlatAlignment;
    require(padded <= bytes_.size());
    const char* taken = bytes_.data();
    bytes_.remove_prefix(padded);
    return taken;
  }

  std::string_view bytes_;
  Trust trust_;
};

}  // namespace claimlint::lexicon
