// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flat.hpp"
#include "text/text.hpp"

namespace claimlint::lexicon {

/// Tells which of many short strings occur in a text, in one pass over it (Aho and Corasick). Reads
/// bytes that someone else keeps.
class Literals {
 public:
  static void write(const std::vector<std::string>& literals, FlatWriter& out);
  /// Literals are less than `literals`. Throws std::runtime_error for bytes that are none.
  Literals(FlatReader& in, std::size_t literals);

  /// Calls `tell` with each literal and its last byte, wherever it stands in the text.
  template <typename Tell>
  void find(std::string_view text, Tell tell) const {
    std::uint32_t node = 0;
    for (std::uint32_t last = 0; last < text.size(); ++last) {
      node = next_[node * classes_ + class_of_[static_cast<unsigned char>(text[last])]];
      for (std::uint32_t at = node; at != 0; at = nodes_[at].report) {
        if (nodes_[at].literal != text::kNone) tell(nodes_[at].literal, last);
      }
    }
  }

 private:
  struct Node {
    std::uint32_t report = 0;   ///< nearest node on the way back where a literal ends; 0: none
    std::uint32_t literal = 0;  ///< that ends here; text::kNone: none
    std::uint32_t depth = 0;    ///< nodes on the way here; less on the way back
  };
  class Builder;

  std::span<const std::uint8_t> class_of_;  ///< by byte; 0: a byte of no literal
  std::span<const Node> nodes_;
  std::span<const std::uint32_t> next_;  ///< by node and byte class
  std::size_t classes_ = 0;
};

}  // namespace claimlint::lexicon
