// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "input/input.hpp"
#include "text/decode.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace claimlint::fuzz {

/// Aborts, saying what did not hold: that is what a fuzzer takes for a finding.
void require(bool holds, std::string_view what);

/// Whether a text follows its source, or may stand in an order of its own, as that of a page does.
enum class Order : std::uint8_t { kept, free };

/// Calls `check` with the span of each character of well-formed UTF-8.
template <typename Check>
void each_character(std::string_view utf8, Check check) {
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t end = text::code_point_at(utf8, at).end;
    check(Span{at, end});
    at = end;
  }
}

/// Well-formed UTF-8, each character of it with its place in the source.
void check_map(std::string_view derived, const text::OffsetMap& to_source, std::size_t source_size,
               Order order);

/// Every ill-formed stretch lies in the source, in order.
void check_decoded(const text::Decoded& decoded, std::size_t source_size);

/// Folds and cuts a text, twice, and checks the blocks, sentences and tokens: in order, in bounds,
/// nested, on edges of characters, none lost.
text::Document check_segmented(const text::Text& text, std::size_t source_size);

/// Reads bytes in a format, twice, and checks what came of it.
void check_read(std::string_view bytes, std::string_view format);

/// The same of bytes that have been read.
void check_reading(const input::Reading& reading, std::size_t source_size);

/// Whether an offset is no byte inside a character.
bool is_character_edge(std::string_view utf8, std::size_t offset);

constexpr bool is_within(Span inner, Span outer) {
  return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

}  // namespace claimlint::fuzz
