// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"

namespace claimlint {

/// One place of a text, in every unit that programs count in: bytes of UTF-8 (C++, C, Rust, Go),
/// code points (Python), UTF-16 units (JavaScript, Java, .NET), and line with column (editors).
struct TextPosition {
  std::size_t byte = 0;
  std::size_t code_point = 0;
  std::size_t utf16 = 0;
  std::size_t line = 1;    ///< 1-based; a line ends after LF, CR or CR LF
  std::size_t column = 1;  ///< 1-based, in code points
  friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

/// Converts between the units. Reads the text once and keeps a mark every kilobyte, so that a
/// conversion costs no more on a long text, or on a long line, than on a short one.
///
/// The text must be well-formed UTF-8 and outlive the index. An offset inside of a character means
/// the character's begin; one behind the text means its end, a column behind a line the line's end
/// and a line behind the last the end of the text. Immutable: serves any number of threads.
class CLAIMLINT_EXPORT OffsetIndex {
 public:
  explicit OffsetIndex(std::string_view utf8);

  [[nodiscard]] TextPosition at_byte(std::size_t byte) const;
  [[nodiscard]] TextPosition at_code_point(std::size_t code_point) const;
  [[nodiscard]] TextPosition at_utf16(std::size_t utf16) const;
  /// Both 1-based; 0 is read as 1.
  [[nodiscard]] TextPosition at_line(std::size_t line, std::size_t column = 1) const;

 private:
  /// The count of everything before a byte.
  struct Mark {
    std::size_t byte = 0;
    std::size_t code_point = 0;
    std::size_t utf16 = 0;
  };

  [[nodiscard]] Mark next(Mark mark) const;
  [[nodiscard]] Mark mark_at(std::size_t Mark::*unit, std::size_t value) const;
  [[nodiscard]] TextPosition position(Mark mark) const;

  std::string_view utf8_;
  std::vector<Mark> marks_;
  std::vector<std::size_t> line_begins_;  ///< in bytes
};

}  // namespace claimlint
