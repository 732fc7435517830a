// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace claimlint::text {

struct LineColumn {
  std::size_t line = 1;    ///< 1-based
  std::size_t column = 1;  ///< 1-based, in code points
};

/// Finds line and column of offsets of a well-formed UTF-8 text, which must outlive it. A line
/// ends after LF, CR or CR LF.
class LineIndex {
 public:
  explicit LineIndex(std::string_view utf8);
  [[nodiscard]] LineColumn at(std::size_t offset) const;

 private:
  [[nodiscard]] std::size_t code_points_before(std::size_t offset) const;

  std::string_view utf8_;
  std::vector<std::size_t> starts_;
  std::vector<std::size_t> counts_;  ///< code points before every kStride-th byte
};

}  // namespace claimlint::text
