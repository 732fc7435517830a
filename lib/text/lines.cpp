// SPDX-License-Identifier: Apache-2.0
#include "lines.hpp"

#include <algorithm>

#include "decode.hpp"

namespace claimlint::text {
namespace {

// Counting from the line's begin would be quadratic where a whole document is one line.
constexpr std::size_t kStride = 1024;

}  // namespace

LineIndex::LineIndex(std::string_view utf8) : utf8_(utf8), starts_{0}, counts_{0} {
  for (std::size_t i = utf8.find_first_of("\r\n"); i != std::string_view::npos;
       i = utf8.find_first_of("\r\n", i + 1)) {
    if (utf8.substr(i, 2) == "\r\n") ++i;
    starts_.push_back(i + 1);
  }
  for (std::size_t begin = 0; begin < utf8.size(); begin += kStride) {
    counts_.push_back(counts_.back() + count_code_points(utf8.substr(begin, kStride)));
  }
}

std::size_t LineIndex::code_points_before(std::size_t offset) const {
  const std::size_t begin = offset - offset % kStride;
  return counts_[begin / kStride] + count_code_points(utf8_.substr(begin, offset - begin));
}

LineColumn LineIndex::at(std::size_t offset) const {
  offset = std::min(offset, utf8_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::size_t start = *std::prev(next);
  return {static_cast<std::size_t>(next - starts_.begin()),
          code_points_before(offset) - code_points_before(start) + 1};
}

}  // namespace claimlint::text
