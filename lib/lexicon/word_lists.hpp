// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flat.hpp"
#include "model.hpp"
#include "word_table.hpp"

namespace claimlint::lexicon {

/// What the word lists say of a word or a part of one.
struct WordTraits {
  bool ordinary = false;
  bool common = false;
  bool prefix = false;
  bool suffix = false;
  bool ending = false;
  std::uint32_t opens = 0;     ///< letters at least of the word glued behind; 0: none may be
  std::uint32_t closes = 0;    ///< letters at least of the word glued before; 0: none may be
  bool opens_capital = false;  ///< also where a capital begins the sentence
  bool closes_capital = false;
  friend auto operator<=>(const WordTraits&, const WordTraits&) = default;
};

/// The [[wordlist]] tables by word, in bytes that someone else keeps.
class WordLists {
 public:
  static void write(const Model& model, FlatWriter& out);
  /// Throws std::runtime_error for bytes that are no word lists.
  explicit WordLists(FlatReader& in);

  [[nodiscard]] WordTraits traits(std::string_view folded) const;
  /// The ordinary ones, sorted.
  [[nodiscard]] std::vector<std::string> ordinary() const;

 private:
  WordTable words_;
  std::span<const std::uint16_t> kinds_;  ///< by word: index into traits_
  std::vector<WordTraits> traits_;        ///< each that some word has
};

}  // namespace claimlint::lexicon
