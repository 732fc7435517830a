// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include "offset_map.hpp"

namespace claimlint::text {

/// Answers what to_source() or to_derived() answers, quickly where each question is near the one
/// before. The map must stay as it is.
class OffsetMap::Cursor {
 public:
  enum class To { source, derived };

  Cursor(const OffsetMap& map, To side)
      : map_(&map),
        from_(side == To::source ? &Piece::derived : &Piece::source),
        to_(side == To::source ? &Piece::source : &Piece::derived) {}

  [[nodiscard]] Span map(Span span) {
    if (is_copied(span)) return {span.begin + shift_, span.end + shift_};
    if (span.empty() || !map_->jumps_.empty()) return look_up(span);
    seek(span.begin);
    if (is_copied(span)) return {span.begin + shift_, span.end + shift_};
    if (!is_copied({span.begin, span.begin + 1})) return look_up(span);
    const std::size_t begin = span.begin + shift_;
    seek(span.end - 1);
    if (!is_copied({span.end - 1, span.end})) return look_up(span);
    return {begin, span.end + shift_};
  }

 private:
  [[nodiscard]] Span look_up(Span span) const {
    return from_ == &Piece::derived ? map_->to_source(span) : map_->to_derived(span);
  }

  [[nodiscard]] bool is_copied(Span span) const {
    return copied_.begin <= span.begin && span.end <= copied_.end && !span.empty();
  }

  /// Goes to the bytes around `offset` that were copied, if there are any.
  void seek(std::size_t offset) {
    const std::vector<Piece>& pieces = map_->pieces_;
    next_ = piece_after(offset);
    copied_ = {0, kEnd};
    shift_ = 0;
    if (next_ < pieces.size()) copied_.end = (pieces[next_].*from_).begin;
    if (next_ == 0) return;
    const Piece& before = pieces[next_ - 1];
    copied_.begin = (before.*from_).end;
    shift_ = (before.*to_).end - (before.*from_).end;  // wraps where that side is shorter
  }

  /// The first piece that ends after `offset`; it is near the last one, or sought.
  [[nodiscard]] std::size_t piece_after(std::size_t offset) const {
    constexpr int kNear = 8;
    const std::vector<Piece>& pieces = map_->pieces_;
    const auto ends_before = [&](const Piece& piece) { return (piece.*from_).end <= offset; };
    std::size_t next = next_;
    for (int i = 0; i < kNear; ++i) {
      if (next < pieces.size() && ends_before(pieces[next])) {
        ++next;
      } else if (next > 0 && !ends_before(pieces[next - 1])) {
        --next;
      } else {
        return next;
      }
    }
    const auto found = std::partition_point(pieces.begin(), pieces.end(), ends_before);
    return static_cast<std::size_t>(found - pieces.begin());
  }

  static constexpr std::size_t kEnd = std::numeric_limits<std::size_t>::max();

  const OffsetMap* map_;
  Span Piece::*from_;
  Span Piece::*to_;
  std::size_t next_ = 0;
  Span copied_;  ///< bytes that were copied, `shift_` further on on the other side
  std::size_t shift_ = 0;
};

}  // namespace claimlint::text
