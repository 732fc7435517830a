// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text.hpp"

namespace claimlint::text {

/// Words whose full stop ends no sentence. An entry that ends in " #" ("no. #") is one only before
/// a number: without it, it is an ordinary word.
class Abbreviations {
 public:
  explicit Abbreviations(std::span<const std::string> terms);
  /// `word` is folded and has its full stop.
  [[nodiscard]] bool contains(std::string_view word, bool before_number) const;

 private:
  std::unordered_set<std::string> always_;
  std::unordered_set<std::string> before_number_;
};

/// The sentences of a block, given as a span of the folded text: in order, without white space
/// around them, holding every visible character of the block.
std::vector<Span> split_sentences(const Folded& folded, std::string_view clean, Span block,
                                  const Abbreviations& abbreviations);

}  // namespace claimlint::text
