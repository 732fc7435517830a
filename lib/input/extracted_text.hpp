// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "text/text.hpp"

namespace claimlint::input {

/// Writes the text of a document whose bytes cannot be cut, block by block.
class ExtractedText {
 public:
  /// Adds a block of well-formed UTF-8, without the blanks around it; an empty one is none. Blank
  /// runs become one blank; a line end stays.
  void add(std::string_view block, BlockKind kind);

  text::Text finish();

 private:
  text::Text text_;
  std::uint32_t heading_ = text::kNone;
};

}  // namespace claimlint::input
