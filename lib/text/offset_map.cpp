// SPDX-License-Identifier: Apache-2.0
#include "offset_map.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>

namespace claimlint::text {
namespace {

/// Maps spans from one side of the pieces to the other.
template <typename Piece>
class Mapper {
 public:
  using Side = Span Piece::*;
  Mapper(std::span<const Piece> pieces, Side from, Side to)
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
  using Iterator = typename std::span<const Piece>::iterator;

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

  std::span<const Piece> pieces_;
  Side from_;
  Side to_;
};

constexpr std::size_t kEnd = std::numeric_limits<std::size_t>::max();

/// The smallest span that holds both; an empty one holds nothing.
Span hull(Span a, Span b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace

void OffsetMap::add(Span derived, Span source) {
  assert(!derived.empty() || !source.empty());
  assert(pieces_.empty() || (pieces_.back().derived.end <= derived.begin &&
                             pieces_.back().source.end <= source.begin));
  pieces_.push_back({derived, source});
}

void OffsetMap::jump(Span derived, Span source) {
  assert(pieces_.empty() || pieces_.back().derived.end <= derived.begin);
  jumps_.push_back(pieces_.size());
  pieces_.push_back({derived, source});
}

OffsetMap::Flow OffsetMap::flow(std::size_t index) const {
  const std::size_t first = index == 0 ? 0 : jumps_[index - 1];
  const bool is_last = index == jumps_.size();
  const std::size_t last = is_last ? pieces_.size() : jumps_[index];
  Flow flow{std::span(pieces_).subspan(first, last - first), {0, kEnd}, {0, kEnd}};
  if (index > 0) {
    flow.derived.begin = flow.pieces.front().derived.begin;
    flow.source.begin = flow.pieces.front().source.begin;
  }
  if (is_last) return flow;
  flow.derived.end = flow.source.end = pieces_[last].derived.begin;
  if (!flow.pieces.empty()) {
    const Piece& back = flow.pieces.back();
    flow.source.end = back.source.end + (flow.derived.end - back.derived.end);
  }
  return flow;
}

/// The flow that holds the byte at `derived`.
std::size_t OffsetMap::flow_at(std::size_t derived) const {
  const auto next = std::partition_point(jumps_.begin(), jumps_.end(), [&](std::size_t piece) {
    return pieces_[piece].derived.begin <= derived;
  });
  return static_cast<std::size_t>(next - jumps_.begin());
}

Span OffsetMap::to_source(Span derived) const {
  if (pieces_.empty()) return derived;
  const Mapper<Piece> mapper(pieces_, &Piece::derived, &Piece::source);
  if (jumps_.empty() || derived.empty()) return mapper.map(derived);
  Span source;
  const std::size_t last = flow_at(derived.end - 1);
  for (std::size_t i = flow_at(derived.begin); i <= last; ++i) {
    const Span within = flow(i).derived;
    const Span part =
        mapper.map({std::max(derived.begin, within.begin), std::min(derived.end, within.end)});
    source = source.empty() && part.empty() ? part : hull(source, part);
  }
  return source;
}

Span OffsetMap::to_derived(Span source) const {
  if (pieces_.empty()) return source;
  std::optional<Span> derived;
  for (std::size_t i = 0; i < flows(); ++i) {
    const Flow each = flow(i);
    const Span within{std::max(source.begin, each.source.begin),
                      std::min(source.end, each.source.end)};
    if (within.begin > within.end || (within.empty() && !source.empty())) continue;
    const Span part = Mapper<Piece>(each.pieces, &Piece::source, &Piece::derived).map(within);
    derived = derived && !(derived->empty() && !part.empty()) ? hull(*derived, part) : part;
  }
  return derived.value_or(Span{});
}

std::vector<Span> OffsetMap::source_parts(Span derived) const {
  if (pieces_.empty() || derived.empty()) return {};
  const std::size_t first = flow_at(derived.begin);
  const std::size_t last = flow_at(derived.end - 1);
  if (first == last) return parts_in_flow(derived);
  std::vector<Span> parts;
  for (std::size_t i = first; i <= last; ++i) {
    const Span within = flow(i).derived;
    const Span part{std::max(derived.begin, within.begin), std::min(derived.end, within.end)};
    const std::vector<Span> found = parts_in_flow(part);
    parts.insert(parts.end(), found.begin(), found.end());
    if (found.empty() && !to_source(part).empty()) parts.push_back(to_source(part));
  }
  std::sort(parts.begin(), parts.end());
  return parts.size() == 1 ? std::vector<Span>{} : parts;
}

std::vector<Span> OffsetMap::parts_in_flow(Span derived) const {
  const Span whole = to_source(derived);
  std::vector<Span> parts;
  std::size_t begin = whole.begin;
  const std::span<const Piece> pieces = flow(flow_at(derived.begin)).pieces;
  auto piece = std::partition_point(pieces.begin(), pieces.end(), [&](const Piece& each) {
    return each.derived.end < derived.begin;
  });
  for (; piece != pieces.end() && piece->derived.begin <= derived.end; ++piece) {
    if (!piece->derived.empty() || piece->source.empty()) continue;
    if (piece->source.begin <= whole.begin || piece->source.end >= whole.end) continue;
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
  for (std::size_t i = 0; i < flows(); ++i) append_through(first, i, result);
  return result;
}

void OffsetMap::append_through(const OffsetMap& first, std::size_t index, OffsetMap& result) const {
  assert(first.jumps_.empty());
  auto inner = first.pieces_.begin();
  Piece before;
  // A piece of `first` inside a copied stretch moves along with it.
  const auto copy_until = [&](std::size_t end) {
    for (; inner != first.pieces_.end() && inner->derived.end <= end; ++inner) {
      const std::size_t begin = before.derived.end + (inner->derived.begin - before.source.end);
      result.add({begin, begin + inner->derived.size()}, inner->source);
    }
  };
  const auto add_through = [&](const Piece& piece, bool jumps) {
    Span source = first.to_source(piece.source);
    for (; inner != first.pieces_.end() && inner->derived.begin < piece.source.end; ++inner) {
      source.end = std::max(source.end, inner->source.end);
    }
    if (jumps) {
      result.jump(piece.derived, source);
    } else if (!piece.derived.empty() || !source.empty()) {
      result.add(piece.derived, source);
    }
    before = piece;
  };
  const Flow here = flow(index);
  std::span<const Piece> pieces = here.pieces;
  if (index > 0) {
    inner = std::partition_point(inner, first.pieces_.end(), [&](const Piece& each) {
      return each.derived.end <= here.source.begin;
    });
    add_through(pieces.front(), true);
    pieces = pieces.subspan(1);
  }
  for (const Piece& piece : pieces) {
    copy_until(piece.source.begin);
    add_through(piece, false);
  }
  copy_until(here.source.end);
}

}  // namespace claimlint::text
