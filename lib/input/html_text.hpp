// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html_characters.hpp"
#include "html_draft.hpp"
#include "text/text.hpp"

namespace claimlint::input {

/// Whether an aside is kept where the words beside it say the same.
enum class Repeats : std::uint8_t { dropped, kept };

/// Writes the clean text: what a reader sees of each block, white space collapsed, with the way
/// back to the markup. Hidden text within a block that is shown is an aside: it parts no sentence,
/// and becomes a block of its own behind it.
class HtmlText {
 public:
  explicit HtmlText(std::string_view markup) : markup_(markup) {}

  /// Characters of the block that is open, or of an aside; the first of them open one of that kind.
  void add(const CharacterRun& run, BlockKind kind, bool preserve);

  /// A sign that a tag stands for.
  void add_sign(std::string_view sign, Span tag, BlockKind kind) { put(sign, tag, false, kind); }

  /// An image within the block; its text is an aside.
  void add_image(Span tag) {
    if (block_) block_->put_image(tag);
  }

  /// A line end within the block; an empty line ends it.
  void break_line(Span tag, BlockKind kind);

  /// Ends the block, and drops it where it shows nothing.
  void end_block();

  /// What is added until end_aside() is an aside of that kind: behind the block that is open, or
  /// before the next one. It may stand anywhere in the markup.
  void begin_aside(BlockKind kind, Repeats repeats);
  void end_aside();

  /// Ends the block and all asides; the number of blocks so far.
  std::size_t settle();

  /// Makes blocks [first, last) boilerplate, at the end.
  void mark_boilerplate(std::size_t first, std::size_t last) { marked_.push_back({first, last}); }

  /// The text; its map leads to the markup.
  text::Text finish();

 private:
  struct Aside {
    HtmlDraft draft;
    Repeats repeats = Repeats::dropped;
    std::size_t place = 0;  ///< in the words of the block
  };

  HtmlDraft& draft_for(BlockKind kind);
  void put(std::string_view text, Span source, bool copied, BlockKind kind);
  void put_space(Span source, bool ends_line, BlockKind kind);
  [[nodiscard]] bool is_aside(BlockKind kind) const;
  void write_asides(std::vector<Aside>& asides, std::string_view words);
  void write(const HtmlDraft& draft);
  void begin_in_source(Span derived, std::size_t source);
  void apply_marks();

  std::string_view markup_;
  text::Text text_;
  std::optional<HtmlDraft> block_;
  std::optional<Aside> aside_;
  bool in_aside_ = false;       ///< between begin_aside() and end_aside()
  std::vector<Aside> asides_;   ///< in the block
  std::vector<Aside> waiting_;  ///< before the next block
  std::vector<Span> marked_;
  std::size_t last_end_ = 0;  ///< of the markup of the block written last
  std::size_t done_ = 0;      ///< the largest of those
  bool jumped_ = false;
  std::uint32_t heading_ = text::kNone;
};

}  // namespace claimlint::input
