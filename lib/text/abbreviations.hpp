// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace claimlint::text {

/// Words whose full stop ends no sentence. An entry that ends in " #" ("no. #") is one only before
/// a number: without it, it is an ordinary word. Made anew for every text, so it copies nothing:
/// the terms must outlive it.
class Abbreviations {
 public:
  explicit Abbreviations(std::span<const std::string> terms);
  /// `word` is folded and has its full stop.
  [[nodiscard]] bool contains(std::string_view word, bool before_number) const;

 private:
  /// A place of a table with open addressing.
  struct Slot {
    std::string_view word;
    bool always = false;
    bool before_number = false;
    [[nodiscard]] bool is_used() const { return always || before_number; }
  };
  /// Where a word is, or would be.
  [[nodiscard]] std::size_t place_of(std::string_view word) const;

  std::vector<Slot> slots_;  ///< as many as a power of two, at least half of them free
};

}  // namespace claimlint::text
