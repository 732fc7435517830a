// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "html_characters.hpp"
#include "text/text.hpp"

namespace claimlint::input {

/// Writes the clean text: what a reader sees of each block, white space collapsed, with the way
/// back to the markup. Everything comes in the order of the markup.
class HtmlText {
 public:
  explicit HtmlText(std::string_view markup) : markup_(markup) {}

  /// Characters of the block that is open; the first of them open one of that kind.
  void add(const CharacterRun& run, BlockKind kind, bool preserve);

  /// A sign that a tag stands for.
  void add_sign(std::string_view sign, Span tag, BlockKind kind) { put(sign, tag, false, kind); }

  /// A line end within the block; an empty line ends it.
  void break_line(Span tag);

  /// Ends the block, and drops it where it shows nothing.
  void end_block();

  [[nodiscard]] std::size_t blocks() const { return text_.blocks.size(); }
  [[nodiscard]] bool is_open() const { return open_; }

  /// Makes blocks [first, last) boilerplate, at the end.
  void mark_boilerplate(std::size_t first, std::size_t last) { marked_.push_back({first, last}); }

  /// The text; its map leads to the markup.
  text::Text finish();

 private:
  struct Piece {
    Span derived;
    Span source;
  };
  /// White space that shows only if something follows in the block.
  struct Gap {
    Span source;
    char sign = 0;  ///< ' ' or '\n'; 0 where there is none
  };

  void put(std::string_view text, Span source, bool copied, BlockKind kind);
  void put_space(Span source, bool ends_line);
  void open(std::size_t source, BlockKind kind);
  void close_gap(std::size_t source);
  void leave_out(std::size_t until);
  void apply_marks();

  std::string_view markup_;
  text::Text text_;
  std::vector<Piece> pieces_;
  std::vector<Span> marked_;
  std::size_t done_ = 0;  ///< the markup before this is accounted for
  Gap gap_;
  bool open_ = false;
  bool shows_ = false;  ///< something but blanks stands in the block
  BlockKind kind_ = BlockKind::prose;
  std::size_t block_begin_ = 0;
  std::size_t size_before_ = 0;  ///< what to go back to if the block shows nothing
  std::size_t pieces_before_ = 0;
  std::size_t done_before_ = 0;
  std::uint32_t heading_ = text::kNone;
};

}  // namespace claimlint::input
