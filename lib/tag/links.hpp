// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/compiled.hpp"
#include "tag.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// What may link the items of "hip, knee, or ankle".
enum class LinkKind : std::uint8_t { word, comma, comma_and_word };

struct Link {
  LinkKind kind = LinkKind::word;
  std::uint32_t left_last = 0;  ///< behind the last token of what stands before the link
};

/// The small words of a sentence that link names: cues of the classes `coordination` and `part_of`.
class Links {
 public:
  Links(std::span<const CueHit> cues, const text::Document& document, text::TokenRange sentence,
        const lexicon::Compiled& lexicons);

  /// What coordinates the item that begins with `token` with the one before.
  [[nodiscard]] std::optional<Link> coordination_before(std::uint32_t token) const;
  /// "of the" right before `token`: behind the last token of what has the part.
  [[nodiscard]] std::optional<std::uint32_t> owner_before(std::uint32_t token) const;

 private:
  using Ranges = std::vector<text::TokenRange>;
  /// The longest that ends at `token`.
  [[nodiscard]] const text::TokenRange* cue_before(const Ranges& ranges, std::uint32_t token) const;
  /// What stands between two tokens that follow each other, without the blanks.
  [[nodiscard]] std::string_view mark_before(std::uint32_t token) const;

  const text::Document& document_;
  text::TokenRange sentence_;
  Ranges coordinations_;
  Ranges parts_;
};

}  // namespace claimlint::tag
