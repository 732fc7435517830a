// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimlint::lexicon {

/// Tells which of many expressions may match at a place, by their openings. A trie of bytes.
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

  explicit OpeningIndex(std::vector<Entry> entries);

  /// Adds what opens at a place of a text.
  void find(std::string_view text, std::size_t at, std::vector<Found>& found) const;

 private:
  struct Node {
    char symbol = 0;
    std::uint32_t children = 0;  ///< the first; they lie together, by symbol
    std::uint32_t child_count = 0;
    std::uint32_t ends = 0;  ///< the first of `ends_`
    std::uint32_t end_count = 0;
  };
  struct End {
    std::uint32_t pattern = 0;
    std::uint32_t rank = 0;
  };

  [[nodiscard]] std::uint32_t child(std::uint32_t node, char symbol) const;
  void walk(std::uint32_t node, std::string_view text, std::size_t at,
            std::vector<Found>& found) const;

  std::vector<Node> nodes_;
  std::vector<End> ends_;
  std::array<std::uint32_t, 256> roots_{};  ///< children of the root by symbol
};

}  // namespace claimlint::lexicon
