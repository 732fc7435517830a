// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/report.hpp"

/// Text of a stranger, made safe to print on a terminal.
namespace claimlint::output {

/// What one code point prints as.
struct Cell {
  std::string text;        ///< never a control character
  std::size_t width = 1;   ///< in columns: 0 for combining marks, 2 for wide characters
  std::size_t offset = 0;  ///< of its bytes in the text it came from
};

/// The cells of a text. Line ends and tabs become blanks, of several blanks the first stays.
/// Control characters and those that turn the writing direction or are invisible print as a dot:
/// an article must not be able to move the cursor, or to show other words than it holds.
std::vector<Cell> cells_of(std::string_view utf8);

/// The same as one string.
std::string printable(std::string_view utf8);

std::size_t width_of(std::string_view utf8);

/// ANSI colours, or none.
class Palette {
 public:
  explicit Palette(bool colour) : colour_(colour) {}
  [[nodiscard]] bool colour() const { return colour_; }
  [[nodiscard]] std::string severity(Severity severity, std::string_view text) const;
  [[nodiscard]] std::string marked(Severity severity, std::string_view text) const;
  [[nodiscard]] std::string bold(std::string_view text) const;
  [[nodiscard]] std::string dim(std::string_view text) const;

 private:
  [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const;
  bool colour_;
};

}  // namespace claimlint::output
