// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

namespace claimlint::batch {

/// A pattern for `/`-separated paths with `*`, `?`, `[a-z]`, `\` and, as a whole segment, `**`.
/// The time to match is at most that of pattern times path: nothing backtracks further than the
/// last star.
class Glob {
 public:
  /// What has one byte of a path: the bytes it may be; a star where null.
  using Token = std::optional<std::bitset<256>>;

  /// A pattern without a slash is for the last segment of a path, others are for the whole of it.
  explicit Glob(std::string_view pattern);

  [[nodiscard]] bool matches(std::string_view path) const;

 private:
  struct Segment {
    bool any_number = false;  ///< `**`
    std::vector<Token> tokens;
    [[nodiscard]] bool matches(std::string_view text) const;
  };

  bool read(std::string_view pattern, bool has_slash);

  std::vector<Segment> segments_;
  bool understood_ = false;
};

}  // namespace claimlint::batch
