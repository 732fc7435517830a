// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace claimlint::benchmarks {

/// UTF-8 made into the UTF-16 that ICU's own strings have.
std::u16string to_utf16(std::string_view utf8);

/// ICU's break iteration alone, the yardstick: it goes over a text and gives nothing but places.
class IcuIterator {
 public:
  enum class Of { words, sentences };
  explicit IcuIterator(Of what);
  IcuIterator(const IcuIterator&) = delete;
  IcuIterator& operator=(const IcuIterator&) = delete;
  ~IcuIterator();

  /// How many segments a text has.
  std::size_t count(std::string_view utf8);
  std::size_t count(std::u16string_view utf16);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace claimlint::benchmarks
