// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::input {

/// A block that is being written: its words, white space collapsed, and where in the markup they
/// came from. What is put comes in the order of the markup.
class HtmlDraft {
 public:
  struct Piece {
    Span derived;
    Span source;
  };

  HtmlDraft(std::string_view markup, BlockKind kind) : markup_(markup), kind_(kind) {}

  void put(std::string_view words, Span source, bool copied);

  /// White space, which shows only if something follows.
  void put_space(Span source, bool ends_line);

  /// An image: it parts words that stand close to it.
  void put_image(Span tag);

  /// A line end; false where one stands there already.
  bool break_line(Span tag);

  [[nodiscard]] BlockKind kind() const { return kind_; }
  [[nodiscard]] bool shows() const { return shows_; }  ///< something but blanks
  [[nodiscard]] const std::string& words() const { return words_; }
  [[nodiscard]] Span source() const { return source_; }

  /// What of the words is no copy of the markup behind what comes before; offsets are of the words.
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

 private:
  struct Gap {
    Span source;
    char sign = 0;       ///< ' ' or '\n'; 0 where there is none
    bool image = false;  ///< no white space, but an image
  };

  void close_gap(std::size_t source);
  void leave_out(std::size_t until);

  std::string_view markup_;
  BlockKind kind_;
  std::string words_;
  std::vector<Piece> pieces_;
  Span source_;
  Gap gap_;
  bool shows_ = false;
};

}  // namespace claimlint::input
