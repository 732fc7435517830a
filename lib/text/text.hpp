// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/report.hpp"
#include "offset_map.hpp"

namespace claimlint::text {

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// A stretch of the clean text that reads as one unit. Blocks come in order and do not overlap;
/// what lies between them is white space and list markers.
struct Block {
  BlockKind kind = BlockKind::prose;
  Span clean;
  std::uint32_t heading = kNone;  ///< index of the block that is the heading above, if any
};

/// A document as clean UTF-8 with its way back to the source bytes. Made by the input room.
struct Text {
  std::string clean;
  OffsetMap to_source;  ///< derived = clean
  std::vector<Block> blocks;
  std::string markup;          ///< the decoded source, where the clean text was made from markup
  OffsetMap markup_to_source;  ///< derived = markup
};

/// The view that everything is matched on: lower case, quotes and dashes and spaces made plain,
/// accents off Latin letters, fractions written out, invisible characters gone. See fold().
struct Folded {
  std::string text;
  OffsetMap to_clean;       ///< derived = text
  std::vector<Note> notes;  ///< folding that looks like evasion; spans are of the clean text
};

/// How a word was written before folding.
enum class Shape : std::uint8_t { lower, capital, upper, mixed, digits };

/// A word or number of the folded text (UAX #29 segments that hold a letter or digit). Offsets are
/// bytes of the folded text.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Shape shape = Shape::lower;
  /// Nothing but blanks, line ends, hyphens, slashes or an apostrophe stands between this token and
  /// the one before: the two may be words of one term.
  bool joined = false;
  bool repaired = false;  ///< cut out of a glued word or respelt: it does not read so in the source
};

/// Half-open range of token indices.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  [[nodiscard]] constexpr bool empty() const { return first >= last; }
  [[nodiscard]] constexpr std::uint32_t size() const { return empty() ? 0 : last - first; }
  [[nodiscard]] constexpr bool contains(std::uint32_t token) const {
    return first <= token && token < last;
  }
  [[nodiscard]] constexpr bool overlaps(TokenRange other) const {
    return first < other.last && other.first < last;
  }
  friend constexpr auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

struct SentenceRange {
  Span folded;  ///< without the white space around it
  TokenRange tokens;
  std::uint32_t block = 0;
};

/// A text cut into tokens and sentences: what the later stages read.
struct Document {
  Text text;
  Folded folded;
  std::vector<Token> tokens;
  std::vector<SentenceRange> sentences;

  [[nodiscard]] std::string_view folded_text(Span span) const {
    return std::string_view(folded.text).substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view word(std::uint32_t token) const {
    return folded_text({tokens[token].begin, tokens[token].end});
  }
  /// The bytes from the first token's begin to the last one's end.
  [[nodiscard]] Span folded_span(TokenRange range) const {
    return {tokens[range.first].begin, tokens[range.last - 1].end};
  }
  /// The tokens that overlap a span of the folded text.
  [[nodiscard]] TokenRange tokens_in(Span folded) const;
  /// False where `offset` lies inside a token.
  [[nodiscard]] bool is_token_edge(std::size_t offset) const;
  [[nodiscard]] Span clean_span(Span folded_span) const {
    return folded.to_clean.to_source(folded_span);
  }
  [[nodiscard]] Span source_span(Span folded_span) const {
    return text.to_source.to_source(clean_span(folded_span));
  }
  [[nodiscard]] std::string_view clean_text(Span folded_span) const {
    const Span clean = clean_span(folded_span);
    return std::string_view(text.clean).substr(clean.begin, clean.size());
  }
  /// What folding noticed, as places in the source.
  [[nodiscard]] std::vector<Note> source_notes() const;
};

/// Folds clean UTF-8. Total: any well-formed UTF-8 is accepted.
Folded fold(std::string_view clean);

/// Words and numbers of a folded text. `clean` is what it was folded from, for the shapes.
std::vector<Token> split_tokens(const Folded& folded, std::string_view clean);

/// Folds a text and cuts it into tokens and sentences. No sentence crosses a block.
/// `abbreviations` are folded, with their full stops ("dr.", "e.g."): they do not end a sentence.
Document segment(Text text, std::span<const std::string> abbreviations);

}  // namespace claimlint::text
