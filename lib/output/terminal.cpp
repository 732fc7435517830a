// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "utf8.hpp"

namespace claimlint::output {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool in_ranges(std::span<const Range> ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](Range range) { return range.first <= c && c <= range.last; });
}

/// Controls, direction marks and other format characters.
constexpr std::array kHidden = {
    Range{0x00, 0x1F},     Range{0x7F, 0x9F},     Range{0xAD, 0xAD},       Range{0x61C, 0x61C},
    Range{0x180E, 0x180E}, Range{0x200B, 0x200F}, Range{0x202A, 0x202E},   Range{0x2060, 0x206F},
    Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE007F},
};

/// Combining marks and variation selectors of the scripts that articles are likely to hold.
constexpr std::array kZeroWidth = {
    Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5BD},     Range{0x610, 0x61A},
    Range{0x64B, 0x65F},   Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},   Range{0x20D0, 0x20FF},
    Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xE0100, 0xE01EF},
};

/// East Asian wide and emoji (Unicode Standard Annex #11).
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

Cell cell_of(char32_t c, std::size_t offset) {
  if (is_blank(c)) return {" ", 1, offset};
  if (in_ranges(kHidden, c)) return {"\u00B7", 1, offset};
  Cell cell{{}, 1, offset};
  append_utf8(cell.text, c);
  if (c >= 0x300 && in_ranges(kZeroWidth, c)) cell.width = 0;
  if (c >= 0x1100 && in_ranges(kWide, c)) cell.width = 2;
  return cell;
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::high:
      return "31";
    case Severity::medium:
      return "33";
    case Severity::low:
      return "36";
    case Severity::none:
      return "32";
  }
  return "0";
}

}  // namespace

std::vector<Cell> cells_of(std::string_view utf8) {
  std::vector<Cell> cells;
  cells.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint code_point = code_point_at(utf8, i);
    Cell cell = cell_of(code_point.value, i);
    const bool repeats = cell.text == " " && !cells.empty() && cells.back().text == " ";
    if (!repeats) cells.push_back(std::move(cell));
    i += code_point.size;
  }
  return cells;
}

std::string printable(std::string_view utf8) {
  std::string text;
  for (const Cell& cell : cells_of(utf8)) text += cell.text;
  return text;
}

std::size_t width_of(std::string_view utf8) {
  std::size_t width = 0;
  for (const Cell& cell : cells_of(utf8)) width += cell.width;
  return width;
}

std::string Palette::severity(Severity severity, std::string_view text) const {
  return paint("1;" + std::string(colour_of(severity)), text);
}

std::string Palette::marked(Severity severity, std::string_view text) const {
  return paint("1;4;" + std::string(colour_of(severity)), text);
}

std::string Palette::bold(std::string_view text) const { return paint("1", text); }

std::string Palette::dim(std::string_view text) const { return paint("2", text); }

std::string Palette::paint(std::string_view code, std::string_view text) const {
  if (!colour_ || text.empty()) return std::string(text);
  std::string painted = "\x1b[";
  painted.append(code).append("m").append(text).append("\x1b[0m");
  return painted;
}

}  // namespace claimlint::output
