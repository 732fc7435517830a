// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lexicon/compiled.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// What an unknown word was meant to be: two words glued at `cut`, or `respelt`; else neither.
struct Repair {
  std::size_t cut = 0;  ///< bytes of the first word; 0: not glued
  std::string respelt;
};

/// Mends words that extraction glued together or that have one wrong letter, where they can only
/// have been a name of the lexicons. Remembers its answers: not for concurrent use.
class Repairer {
 public:
  explicit Repairer(const lexicon::Compiled& lexicons) : lexicons_(lexicons) {}

  /// `word` is folded; `first_is_lower` tells how the source wrote its first letter.
  const Repair& repair(std::string_view word, text::Shape shape, bool first_is_lower);

 private:
  /// How sure it is that two words were glued by accident.
  enum class Glue { none, likely, certain };

  [[nodiscard]] bool is_term_word(std::string_view word) const;
  [[nodiscard]] bool is_ordinary(std::string_view word) const;
  [[nodiscard]] bool is_known(std::string_view word) const;
  /// The two words one after the other are a name.
  [[nodiscard]] bool is_term(std::string_view first, std::string_view second) const;
  [[nodiscard]] Glue glue(std::string_view first, std::string_view second) const;
  [[nodiscard]] std::size_t find_cut(std::string_view word, text::Shape shape) const;
  [[nodiscard]] std::string find_spelling(std::string_view word) const;
  [[nodiscard]] Repair decide(std::string_view word, text::Shape shape, bool first_is_lower) const;

  const lexicon::Compiled& lexicons_;
  std::unordered_map<std::string, Repair> answers_;
};

}  // namespace claimlint::tag
