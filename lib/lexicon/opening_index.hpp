// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flat.hpp"
#include "symbols.hpp"
#include "text/text.hpp"

namespace claimlint::lexicon {

/// Tells what of many words and openings of expressions stands at a place. A trie of byte classes,
/// in which a run of white space is one, in bytes that someone else keeps. It tells too much rather
/// than too little.
class OpeningIndex {
 public:
  /// All of them; text::kNone stands for none.
  using Gates = std::array<std::uint32_t, 2>;
  static constexpr Gates kNoGates = {text::kNone, text::kNone};

  /// What a text stands for: an opening of a pattern, worth a try where the gates are open, or a
  /// word that opens the first gate, where `pattern` is text::kNone.
  struct Entry {
    std::uint32_t pattern = 0;
    Gates gates = kNoGates;

    /// An opening, of so many patterns, behind so many gates.
    [[nodiscard]] bool opens_pattern(std::size_t patterns, std::size_t all_gates) const;

    friend constexpr auto operator<=>(const Entry&, const Entry&) = default;
  };
  using Texts = std::vector<std::pair<std::string, Entry>>;

  static void write(const Texts& texts, FlatWriter& out);
  /// Patterns and gates are less than these. Throws std::runtime_error for bytes that are no index.
  OpeningIndex(FlatReader& in, std::size_t patterns, std::size_t gates);

  /// Calls `tell` with the entry of each text that stands at a place.
  template <typename Tell>
  void find(std::string_view text, std::size_t at, Tell tell) const {
    const Node* node = nodes_.data();
    bool after_white = false;
    for (; at < text.size(); ++at) {
      const std::uint8_t symbol = kClassOfByte[static_cast<unsigned char>(text[at])];
      if (symbol == kWhiteClass && after_white) continue;
      after_white = symbol == kWhiteClass;
      const ClassMask bit = ClassMask{1} << symbol;
      if ((node->children & bit) == 0) return;
      node = &nodes_[node->first_child + count_bits(node->children & (bit - 1))];
      for (std::uint32_t i = node->first_entry; i < (node + 1)->first_entry; ++i) tell(entries_[i]);
    }
  }

 private:
  struct Node {
    ClassMask children = 0;
    std::uint32_t first_child = 0;
    std::uint32_t first_entry = 0;  ///< of the texts that end here
  };

  std::span<const Node> nodes_;  ///< the last only ends the entries of the one before
  std::span<const Entry> entries_;
};

}  // namespace claimlint::lexicon
