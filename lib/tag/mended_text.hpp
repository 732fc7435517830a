// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/compiled.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// The words of a document as they were meant: glued words are two tokens here, "40mg" is "40" and
/// "mg", misspelt words have their right spelling in `words`. The folded text is the document's
/// own, so places are those of the document even where they lie inside one of its tokens.
struct MendedText {
  text::Document document;               ///< folded text and tokens only
  std::vector<std::string> words;        ///< by token; empty where the token is right
  std::vector<bool> repaired;            ///< by token
  std::vector<std::uint32_t> original;   ///< by token: the document's own
  std::vector<text::TokenRange> ranges;  ///< by sentence

  /// The document's own tokens that a range of these comes from.
  [[nodiscard]] text::TokenRange original_range(text::TokenRange range) const {
    return {original[range.first], original[range.last - 1] + 1};
  }
  [[nodiscard]] bool is_repaired(text::TokenRange range) const;
};

MendedText mend(const text::Document& document, const lexicon::Compiled& lexicons);

}  // namespace claimlint::tag
