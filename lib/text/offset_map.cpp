// SPDX-License-Identifier: Apache-2.0
#include "offset_map.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

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
    const auto piece = piece_after(offset);
    if (piece != pieces_.end() && ((*piece).*from_).begin <= offset) return (*piece).*to_;
    const std::size_t begin = shifted(offset, piece);
    return {begin, begin + 1};
  }

  [[nodiscard]] Span map_place(std::size_t offset) const {
    const auto piece = piece_after(offset);
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

std::vector<Span> OffsetMap::source_parts(Span derived) const {
  if (pieces_.empty() || derived.empty()) return {};
  const Span whole = to_source(derived);
  std::vector<Span> parts;
  std::size_t begin = whole.begin;
  auto piece = std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& each) {
    return each.source.begin <= whole.begin;
  });
  for (; piece != pieces_.end() && piece->source.end < whole.end; ++piece) {
    if (!piece->derived.empty() || piece->source.empty()) continue;
    if (begin < piece->source.begin) parts.push_back({begin, piece->source.begin});
    begin = piece->source.end;
  }
  if (begin == whole.begin) return {};
  parts.push_back({begin, whole.end});
  return parts;
}

OffsetMap OffsetMap::through(const OffsetMap& first) const {
  if (first.identity()) return *this;
  OffsetMap result;
  auto inner = first.pieces_.begin();
  Piece before;
  // A piece of `first` inside a copied stretch moves along with it.
  const auto copy_until = [&](std::size_t end) {
    for (; inner != first.pieces_.end() && inner->derived.end <= end; ++inner) {
      const std::size_t begin = before.derived.end + (inner->derived.begin - before.source.end);
      result.add({begin, begin + inner->derived.size()}, inner->source);
    }
  };
  for (const Piece& piece : pieces_) {
    copy_until(piece.source.begin);
    const Span source = first.to_source(piece.source);
    if (!piece.derived.empty() || !source.empty()) result.add(piece.derived, source);
    while (inner != first.pieces_.end() && inner->derived.begin < piece.source.end) ++inner;
    before = piece;
  }
  copy_until(std::numeric_limits<std::size_t>::max());
  return result;
}

}  // namespace claimlint::text
