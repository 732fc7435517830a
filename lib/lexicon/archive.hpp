// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "choices.hpp"
#include "flat.hpp"
#include "model.hpp"

/// Values as a stream of bytes. A type is written and read by one function `fields(archive, value)`
/// that names its members.
namespace claimlint::lexicon {

template <typename T>
concept Number = std::unsigned_integral<T> && !std::same_as<T, bool>;

template <typename T>
concept Enumeration = std::is_enum_v<T>;

/// The files that locations name, each once.
class FileNames {
 public:
  std::uint32_t number_of(const std::string& name) {
    const auto [at, added] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(at->first);
    return at->second;
  }
  [[nodiscard]] const std::vector<std::string_view>& names() const { return names_; }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string_view> names_;
};

/// Appends values. A number takes seven bits to a byte, the lowest first.
class ArchiveWriter {
 public:
  template <typename T>
  using Value = const T;

  explicit ArchiveWriter(FileNames& files) : files_(files) {}

  template <Number T>
  void operator()(const T& value) {
    std::uint64_t rest = value;
    for (; rest > 0x7FU; rest >>= 7U) bytes_ += static_cast<char>((rest & 0x7FU) | 0x80U);
    bytes_ += static_cast<char>(rest);
  }
  void operator()(const bool& value) { bytes_ += value ? '\1' : '\0'; }
  void operator()(const std::int32_t& value) { (*this)(static_cast<std::uint32_t>(value)); }
  void operator()(const double& value) { (*this)(std::bit_cast<std::uint64_t>(value)); }
  void operator()(const std::string& value) {
    (*this)(value.size());
    bytes_ += value;
  }
  template <Enumeration T>
  void operator()(const T& value) {
    bytes_ += static_cast<char>(value);
  }
  template <typename T>
  void operator()(const std::optional<T>& value) {
    (*this)(value.has_value());
    if (value) (*this)(*value);
  }
  template <typename T>
  void operator()(const std::vector<T>& values) {
    (*this)(values.size());
    for (const T& value : values) (*this)(value);
  }
  void operator()(const Location& value) {
    (*this)(files_.number_of(value.file));
    (*this)(value.line);
    (*this)(value.column);
  }
  template <typename T>
  requires std::is_class_v<T>
  void operator()(const T& value) { fields(*this, value); }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  FileNames& files_;
  std::string bytes_;
};

/// Takes bytes off the front; throws where there are too few or they cannot be.
class ArchiveBytes {
 public:
  explicit ArchiveBytes(std::string_view bytes) : bytes_(bytes) {}

  std::string_view take(std::uint64_t count) {
    require(count <= bytes_.size());
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }
  std::uint8_t byte() { return static_cast<std::uint8_t>(take(1).front()); }
  template <Number T>
  T number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      require(shift < 64);
      const std::uint64_t next = byte();
      const std::uint64_t bits = (next & 0x7FU) << shift;
      require(bits >> shift == (next & 0x7FU));
      value |= bits;
      if (next <= 0x7FU) break;
    }
    require(value <= std::numeric_limits<T>::max());
    return static_cast<T>(value);
  }
  /// Of values that take a byte each at least.
  std::uint64_t count() {
    const auto count = number<std::uint64_t>();
    require(count <= bytes_.size());
    return count;
  }
  bool truth() {
    const std::uint8_t value = byte();
    require(value <= 1);
    return value == 1;
  }
  template <Enumeration T>
  T choice() {
    const std::uint8_t value = byte();
    require(value <= static_cast<std::uint8_t>(kLast<T>));
    return static_cast<T>(value);
  }
  [[nodiscard]] bool done() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};

/// Reads values that an ArchiveWriter wrote.
class ArchiveReader {
 public:
  template <typename T>
  using Value = T;

  ArchiveReader(std::string_view bytes, std::span<const std::string> files)
      : bytes_(bytes), files_(files) {}

  template <Number T>
  void operator()(T& value) {
    value = bytes_.number<T>();
  }
  void operator()(bool& value) { value = bytes_.truth(); }
  void operator()(std::int32_t& value) {
    value = static_cast<std::int32_t>(bytes_.number<std::uint32_t>());
  }
  void operator()(double& value) { value = std::bit_cast<double>(bytes_.number<std::uint64_t>()); }
  void operator()(std::string& value) { value = bytes_.take(bytes_.count()); }
  template <Enumeration T>
  void operator()(T& value) {
    value = bytes_.choice<T>();
  }
  template <typename T>
  void operator()(std::optional<T>& value) {
    if (bytes_.truth()) (*this)(value.emplace());
  }
  template <typename T>
  void operator()(std::vector<T>& values) {
    values.clear();  // a field may have a default
    const std::uint64_t count = bytes_.count();
    values.reserve(std::min(count, kMaxReserved));
    for (std::uint64_t i = count; i > 0; --i) (*this)(values.emplace_back());
  }
  void operator()(Location& value) {
    const auto file = bytes_.number<std::uint32_t>();
    require(file < files_.size());
    value = {files_[file], bytes_.number<std::uint32_t>(), bytes_.number<std::uint32_t>()};
  }
  template <typename T>
  requires std::is_class_v<T>
  void operator()(T& value) { fields(*this, value); }

  [[nodiscard]] bool done() const { return bytes_.done(); }

 private:
  // Damaged bytes may tell of any number.
  static constexpr std::uint64_t kMaxReserved = 1024;

  ArchiveBytes bytes_;
  std::span<const std::string> files_;
};

/// Reads past values without making them: what it accepts, an ArchiveReader reads.
class ArchiveSkimmer {
 public:
  template <typename T>
  using Value = const T;

  ArchiveSkimmer(std::string_view bytes, std::size_t files) : bytes_(bytes), files_(files) {}

  template <Number T>
  void operator()(const T& /*value*/) {
    bytes_.number<T>();
  }
  void operator()(const bool& /*value*/) { bytes_.truth(); }
  void operator()(const std::int32_t& /*value*/) { bytes_.number<std::uint32_t>(); }
  void operator()(const double& /*value*/) { bytes_.number<std::uint64_t>(); }
  void operator()(const std::string& /*value*/) { bytes_.take(bytes_.count()); }
  template <Enumeration T>
  void operator()(const T& /*value*/) {
    bytes_.choice<T>();
  }
  template <typename T>
  void operator()(const std::optional<T>& /*value*/) {
    if (bytes_.truth()) (*this)(T{});
  }
  template <typename T>
  void operator()(const std::vector<T>& /*values*/) {
    const T value{};
    for (std::uint64_t i = bytes_.count(); i > 0; --i) (*this)(value);
  }
  void operator()(const Location& /*value*/) {
    require(bytes_.number<std::uint32_t>() < files_);
    bytes_.number<std::uint32_t>();
    bytes_.number<std::uint32_t>();
  }
  template <typename T>
  requires std::is_class_v<T>
  void operator()(const T& value) { fields(*this, value); }

  [[nodiscard]] bool done() const { return bytes_.done(); }

 private:
  ArchiveBytes bytes_;
  std::size_t files_;
};

}  // namespace claimlint::lexicon
