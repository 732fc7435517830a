// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimlint::lexicon {

/// Tells which of many short strings occur in a text, in one pass over it (Aho and Corasick).
class Literals {
 public:
  explicit Literals(const std::vector<std::string>& literals);

  /// Indices of the literals that occur anywhere in the text, sorted.
  [[nodiscard]] std::vector<int> find(std::string_view text) const;

 private:
  struct Node {
    std::uint32_t fallback = 0;  ///< node of the longest proper suffix
    std::uint32_t report = 0;    ///< nearest node on the way back where a literal ends; 0: none
    int literal = -1;            ///< that ends here
  };

  void number_bytes(const std::vector<std::string>& literals);
  void add(const std::string& literal, int index);
  void link();
  [[nodiscard]] std::uint32_t& next(std::uint32_t node, std::size_t byte_class) {
    return next_[node * classes_ + byte_class];
  }

  std::array<std::uint8_t, 256> class_of_{};  ///< 0: a byte of no literal
  std::size_t classes_ = 1;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> next_;  ///< by node and byte class
};

}  // namespace claimlint::lexicon
