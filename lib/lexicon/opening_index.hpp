// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flat.hpp"
#include "trie.hpp"

namespace claimlint::lexicon {

/// Tells which of many expressions may match at a place, by their openings. A trie of bytes, which
/// someone else keeps.
class OpeningIndex {
 public:
  struct Entry {
    std::string text;  ///< of an Opening
    std::uint32_t pattern = 0;
    std::uint32_t rank = 0;  ///< among the openings of the pattern
  };
  struct Found {
    std::uint32_t pattern = 0;
    std::uint32_t rank = 0;
    std::size_t end = 0;  ///< of the opening in the text
  };

  static void write(std::vector<Entry> entries, FlatWriter& out);
  /// Patterns are less than `patterns`. Throws std::runtime_error for bytes that are no index.
  OpeningIndex(FlatReader& in, std::size_t patterns);

  /// Adds what opens at a place of a text.
  void find(std::string_view text, std::size_t at, std::vector<Found>& found) const;

 private:
  struct End {
    std::uint32_t pattern = 0;
    std::uint32_t rank = 0;
  };

  [[nodiscard]] std::uint32_t child(std::uint32_t node, char symbol) const {
    return trie_.child(node, static_cast<unsigned char>(symbol));
  }
  void walk(std::uint32_t node, std::string_view text, std::size_t at,
            std::vector<Found>& found) const;

  Trie<unsigned char> trie_;
  std::span<const std::uint32_t> first_end_;  ///< by node; the next node's is the end
  std::span<const End> ends_;                 ///< of the openings that end there
};

}  // namespace claimlint::lexicon
