// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"
#include "claimlint/source.hpp"

namespace claimlint {

struct TextOptions {
  /// Skip language detection and take every document to be in this language ("en").
  std::optional<std::string> assume_language = {};
  /// What the line ends of plain text mean; other formats have their own rules.
  LineBreaks line_breaks = LineBreaks::automatic;
  /// Words whose full stop ends no sentence, in lower case and with their full stops ("dr.",
  /// "e.g."); one that ends in " #" ("no. #") is one only before a number. Null: the shipped ones.
  std::optional<std::vector<std::string>> abbreviations = {};
};

/// A stretch of text that reads as one unit. Spans here and below are bytes of Text::clean().
struct TextBlock {
  BlockKind kind = BlockKind::prose;
  Span span;
  std::optional<std::size_t> heading;  ///< index of the block that is the heading above
};

/// How a word is written.
enum class WordShape : std::uint8_t { lower, capital, upper, mixed, digits };

/// A word or a number.
struct TextToken {
  Span span;
  Span folded;  ///< bytes of Text::folded()
  WordShape shape = WordShape::lower;
};

struct TextSentence {
  Span span;              ///< without the white space around it
  std::size_t block = 0;  ///< index into Text::blocks()
  std::size_t first_token = 0;
  std::size_t last_token = 0;  ///< one behind the last
};

/// A document read, cleaned of its markup and cut into blocks, sentences and words, each with its
/// way back to the bytes it came from: the ground the audit stands on, for programs that want it
/// without the claims.
///
///     const claimlint::Text text(bytes, {.path = "page.html"});
///     for (const claimlint::TextSentence& sentence : text.sentences())
///       std::cout << text.words(sentence.span) << '\n';
///
/// Owns all it gives: `bytes` need to live only for the constructor, and what the views point at
/// lives as long as the Text or a copy of it. Immutable; copies share one instance and serve any
/// number of threads. Content is never an exception: what could not be read says so in status().
/// Throws std::invalid_argument for a format name that does not exist.
class CLAIMLINT_EXPORT Text {
 public:
  explicit Text(std::string_view bytes, const Source& source = {}, const TextOptions& options = {});

  /// `not_audited` where there is no text, for the `reasons`; the lists are empty then.
  [[nodiscard]] Status status() const;
  [[nodiscard]] const std::vector<std::string>& reasons() const;
  [[nodiscard]] const std::vector<Note>& notes() const;  ///< spans are bytes of the source
  [[nodiscard]] std::string_view format() const;         ///< a name of input_formats()
  [[nodiscard]] std::string_view encoding() const;
  [[nodiscard]] std::string_view language() const;  ///< ISO 639-1, or "und"
  /// What to_source() counts in: "source", or "extracted" for formats whose bytes hold no text.
  [[nodiscard]] std::string_view coordinates() const;

  /// The text as a reader sees it: UTF-8 without markup.
  [[nodiscard]] std::string_view clean() const;
  /// The view that matching works on: lower case, plain quotes, dashes and blanks, no accents.
  [[nodiscard]] std::string_view folded() const;

  /// In the order of the clean text; none overlaps another.
  [[nodiscard]] const std::vector<TextBlock>& blocks() const;
  [[nodiscard]] const std::vector<TextSentence>& sentences() const;
  [[nodiscard]] const std::vector<TextToken>& tokens() const;

  /// The bytes of the clean text in a span of it.
  [[nodiscard]] std::string_view words(Span clean) const;

  /// The smallest range that holds what `clean` was made from, with the pieces of it that lie
  /// between markup. Spans grow to whole characters where several bytes were made into one.
  [[nodiscard]] Place to_source(Span clean) const;
  /// The smallest range of the clean text that holds what was made from bytes of the source.
  [[nodiscard]] Span from_source(Span source) const;

  /// The same between the clean and the folded text.
  [[nodiscard]] Span to_folded(Span clean) const;
  [[nodiscard]] Span from_folded(Span folded) const;

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

}  // namespace claimlint
