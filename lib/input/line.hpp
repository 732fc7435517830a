// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::input {

/// What stands at the begin of a line.
enum class Marker : std::uint8_t { none, bullet, dash, number, quote };

/// A line that holds something.
struct Line {
  Span text;   ///< without the white space around it, and without its marker
  Span whole;  ///< with its marker
  Marker marker = Marker::none;
  bool after_gap = true;   ///< an empty line, or nothing, stands before it
  std::size_t indent = 0;  ///< bytes of white space before it
};

std::vector<Line> split_lines(std::string_view clean);

/// The number of words, counted no further than `limit`.
std::size_t count_words(std::string_view line, std::size_t limit);

bool ends_sentence(std::string_view line);    ///< in . ! ? or …, quotes and brackets aside
bool is_all_capitals(std::string_view line);  ///< at least two capitals and no small letter
bool begins_lower(std::string_view line);
bool has_letter(std::string_view line);

bool begins_quotation(std::string_view line);

/// One quotation from the first character to the last.
bool is_quotation(std::string_view line);

/// Links in a row ("Home | About | Contact"), a trail of links, or a copyright line.
bool is_furniture(std::string_view line);

}  // namespace claimlint::input
