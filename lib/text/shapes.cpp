// SPDX-License-Identifier: Apache-2.0
#include "shapes.hpp"

#include <cstddef>

#include "letters.hpp"
#include "utf8.hpp"

namespace claimlint::text {

bool holds_word(std::string_view segment) {
  for (std::size_t i = 0; i < segment.size();) {
    const CodePoint point = code_point_at(segment, i);
    if (is_letter(point.value) || is_digit(point.value)) return true;
    i = point.end;
  }
  return false;
}

Shape shape_of(std::string_view word) {
  std::size_t letters = 0;
  std::size_t upper = 0;
  bool any_lower = false;
  bool first_upper = false;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = code_point_at(word, i);
    i = point.end;
    if (!is_letter(point.value)) continue;
    if (is_upper(point.value)) {
      first_upper = first_upper || letters == 0;
      ++upper;
    } else if (is_lower(point.value)) {
      any_lower = true;
    }
    ++letters;
  }
  if (letters == 0) return Shape::digits;
  if (upper == 0) return Shape::lower;
  if (upper == 1 && first_upper) return Shape::capital;
  return any_lower ? Shape::mixed : Shape::upper;
}

}  // namespace claimlint::text
