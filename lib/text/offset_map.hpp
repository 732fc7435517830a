// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::text {

/// Where the bytes of a derived text came from. Sparse: only pieces that are not copied byte for
/// byte at the running shift are stored, so an unchanged text costs nothing. A piece is mapped as
/// a whole: a span that touches a part of it grows to all of it, on either side.
class OffsetMap {
 public:
  /// Says that `derived` was made from `source` as one piece; both may be empty (an insertion, a
  /// deletion), never both at once. Pieces come in order; the bytes between two pieces are copies.
  void add(Span derived, Span source);

  [[nodiscard]] bool identity() const { return pieces_.empty(); }

  /// The smallest range of the source that holds what `derived` was made from.
  [[nodiscard]] Span to_source(Span derived) const;

  /// The smallest range of the derived text that holds what was made of `source`.
  [[nodiscard]] Span to_derived(Span source) const;

  /// The pieces of to_source(derived) between which something was left out, such as markup; empty
  /// where it stands in one piece.
  [[nodiscard]] std::vector<Span> source_parts(Span derived) const;

  /// The map from this one's derived text to the source of `first`, whose derived text is the
  /// source of this one.
  [[nodiscard]] OffsetMap through(const OffsetMap& first) const;

 private:
  struct Piece {
    Span derived;
    Span source;
  };
  std::vector<Piece> pieces_;
};

}  // namespace claimlint::text
