// SPDX-License-Identifier: Apache-2.0
#include "offset_map.hpp"

#include <algorithm>
#include <cassert>

namespace claimlint::text {
namespace {

/// Maps spans from one side of the pieces to the other.
template <typename Piece>
class Mapper {
 public:
  using Side = Span Piece::*;
  Mapper(const std::vector<Piece>& pieces, Side from, Side to)
      : pieces_(pieces), from_(from), to_(to) {}

  [[nodiscard]] Span map(Span span) const {
    if (span.empty()) return map_place(span.begin);
    // What came from nothing at the edges of the span must not widen it over a neighbour.
    while (span.begin < span.end && map_byte(span.begin).empty()) {
      span.begin = piece_end(span.begin);
    }
    if (span.begin >= span.end) return map_place(span.end);
    while (map_byte(span.end - 1).empty()) span.end = piece_begin(span.end - 1);
    return {map_byte(span.begin).begin, map_byte(span.end - 1).end};
  }

 private:
  using Iterator = typename std::vector<Piece>::const_iterator;

  /// The first piece that ends after `offset`: it holds the byte there, or lies behind it.
  [[nodiscard]] Iterator piece_after(std::size_t offset) const {
    return std::upper_bound(
        pieces_.begin(), pieces_.end(), offset,
        [this](std::size_t value, const Piece& piece) { return value < (piece.*from_).end; });
  }

  [[nodiscard]] std::size_t shifted(std::size_t offset, Iterator next) const {
    if (next == pieces_.begin()) return offset;
    const Piece& before = *std::prev(next);
    return (before.*to_).end + (offset - (before.*from_).end);
  }

  [[nodiscard]] Span map_byte(std::size_t offset) const {
    const Iterator piece = piece_after(offset);
    if (piece != pieces_.end() && ((*piece).*from_).begin <= offset) return (*piece).*to_;
    const std::size_t begin = shifted(offset, piece);
    return {begin, begin + 1};
  }

  [[nodiscard]] Span map_place(std::size_t offset) const {
    const Iterator piece = piece_after(offset);
    if (piece != pieces_.end() && ((*piece).*from_).begin < offset) return (*piece).*to_;
    const std::size_t place = shifted(offset, piece);
    return {place, place};
  }

  [[nodiscard]] std::size_t piece_end(std::size_t offset) const {
    return ((*piece_after(offset)).*from_).end;
  }
  [[nodiscard]] std::size_t piece_begin(std::size_t offset) const {
    return ((*piece_after(offset)).*from_).begin;
  }

  const std::vector<Piece>& pieces_;
  Side from_;
  Side to_;
};

}  // namespace

void OffsetMap::add(Span derived, Span source) {
  assert(!derived.empty() || !source.empty());
  assert(pieces_.empty() || (pieces_.back().derived.end <= derived.begin &&
                             pieces_.back().source.end <= source.begin));
  pieces_.push_back({derived, source});
}

Span OffsetMap::to_source(Span derived) const {
  if (pieces_.empty()) return derived;
  return Mapper<Piece>(pieces_, &Piece::derived, &Piece::source).map(derived);
}

Span OffsetMap::to_derived(Span source) const {
  if (pieces_.empty()) return source;
  return Mapper<Piece>(pieces_, &Piece::source, &Piece::derived).map(source);
}

}  // namespace claimlint::text
