// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::text {

/// Where the bytes of a derived text came from. Sparse: only pieces that are not copied byte for
/// byte at the running shift are stored, so an unchanged text costs nothing. A piece is mapped as
/// a whole: a span that touches a part of it grows to all of it, on either side.
class OffsetMap {
 public:
  class Cursor;  ///< offset_cursor.hpp: for questions in order

  /// Says that `derived` was made from `source` as one piece; both may be empty (an insertion, a
  /// deletion), never both at once. Pieces come in order; the bytes between two pieces are copies.
  void add(Span derived, Span source);

  /// Like add(), but the source goes on elsewhere than where the piece before ended: the derived
  /// text need not follow the order of the source. What lies between two jumps is a flow; within a
  /// flow pieces and copies are in order. No byte may be copied twice, so a map with jumps ends
  /// with one to the end of the source. Both may be empty.
  void jump(Span derived, Span source);

  [[nodiscard]] bool identity() const { return pieces_.empty(); }

  /// The smallest range of the source that holds what `derived` was made from.
  [[nodiscard]] Span to_source(Span derived) const;

  /// The smallest range of the derived text that holds what was made of `source`. Takes time in
  /// proportion to the number of jumps.
  [[nodiscard]] Span to_derived(Span source) const;

  /// The pieces of to_source(derived) between which something was left out, such as markup; empty
  /// where it stands in one piece. In the order of the source.
  [[nodiscard]] std::vector<Span> source_parts(Span derived) const;

  /// The map from this one's derived text to the source of `first`, whose derived text is the
  /// source of this one.
  [[nodiscard]] OffsetMap through(const OffsetMap& first) const;

 private:
  struct Piece {
    Span derived;
    Span source;
  };
  /// A stretch of the derived text whose source is in order.
  struct Flow {
    std::span<const Piece> pieces;
    Span derived;
    Span source;
  };
  [[nodiscard]] std::size_t flows() const { return jumps_.size() + 1; }
  [[nodiscard]] Flow flow(std::size_t index) const;
  [[nodiscard]] std::size_t flow_at(std::size_t derived) const;
  [[nodiscard]] std::vector<Span> parts_in_flow(Span derived) const;
  void append_through(const OffsetMap& first, std::size_t index, OffsetMap& result) const;

  std::vector<Piece> pieces_;
  std::vector<std::size_t> jumps_;  ///< the pieces that were added by jump()
};

}  // namespace claimlint::text
