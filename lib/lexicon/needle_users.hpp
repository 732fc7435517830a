// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "flat.hpp"

namespace claimlint::lexicon {

/// The gates that each needle opens, in bytes that someone else keeps.
class NeedleUsers {
 public:
  static void write(std::span<const std::vector<std::uint32_t>> users, FlatWriter& out);
  /// Gates are less than `gates`. Throws std::runtime_error for other bytes.
  NeedleUsers(FlatReader& in, std::size_t gates);

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t needle) const {
    const std::uint32_t begin = needle == 0 ? 0 : ends_[needle - 1];
    return users_.subspan(begin, ends_[needle] - begin);
  }

 private:
  std::span<const std::uint32_t> ends_;  ///< by needle
  std::span<const std::uint32_t> users_;
};

}  // namespace claimlint::lexicon
