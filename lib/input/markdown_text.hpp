// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "directive.hpp"
#include "html_characters.hpp"
#include "html_text.hpp"
#include "text/text.hpp"

namespace claimlint::input {

/// Writes the clean text of a Markdown source from the parts that its parser finds, in the order of
/// the source. What the parser makes up (line ends, NUL) is placed by what came before.
class MarkdownText {
 public:
  explicit MarkdownText(std::string_view source) : source_(source), text_(source) {}

  /// What stands before `at` has been read.
  void read_up_to(std::size_t at) { cursor_ = at; }

  /// A text as it stands.
  void add(Span span, BlockKind as);
  /// A reference to a character.
  void add_entity(Span span, BlockKind as);
  void add_null(BlockKind as);
  void add_line_end(bool hard, BlockKind as);
  /// A tag within a paragraph.
  void add_inline_html(Span span, BlockKind as);
  void add_html_block(Span lines);

  /// A text with references resolved, wherever it stands.
  void add_characters(Span span, BlockKind as);
  /// What was read of it out of turn ends there.
  void skip_to(std::size_t at);

  /// The comments of its HTML that speak to claimlint; they are gone from here.
  [[nodiscard]] std::vector<Directive> take_directives() { return std::move(directives_); }

  void end_block() { text_.end_block(); }
  HtmlText& text() { return text_; }
  text::Text finish();

 private:
  void read_tag(Span span);
  void add_html(const text::Text& part, const text::Block& block, std::size_t shift,
                std::size_t from);

  std::string_view source_;
  HtmlText text_;
  std::vector<Directive> directives_;
  std::size_t cursor_ = 0;  ///< the source before this has been read
};

}  // namespace claimlint::input
