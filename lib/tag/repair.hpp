// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/compiled.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// A word of the folded text and how the source wrote it.
struct WrittenWord {
  std::string_view folded;
  text::Shape shape = text::Shape::lower;
  bool starts = false;            ///< begins a sentence, or stands behind a colon
  std::size_t inner_capital = 0;  ///< where the one capital inside stands; 0: none, or several
};

/// What an unknown word was meant to be: words glued together, or `respelt`; else neither.
struct Repair {
  std::vector<std::size_t> cuts;  ///< where one word ends and the next begins, in bytes
  bool mends = true;              ///< false: "40mg" is as good as "40 mg"
  std::string respelt;
};

/// Opens words that extraction glued together, and mends those with one wrong letter where they
/// can only have been a name of the lexicons. A wrong cut can make a wrong accusation, so a word is
/// cut only if it is no word itself and there is one place to cut it. Remembers its answers: not
/// for concurrent use.
class Repairer {
 public:
  explicit Repairer(const lexicon::Compiled& lexicons) : lexicons_(lexicons) {}

  /// The answer lives as long as this.
  const Repair& repair(const WrittenWord& word);

 private:
  /// How sure it is that two words were glued by accident.
  enum class Glue : std::uint8_t { none, likely, certain };

  [[nodiscard]] bool is_term_word(std::string_view word) const;
  [[nodiscard]] bool is_unit(std::string_view word) const;
  [[nodiscard]] bool is_base(std::string_view word) const;
  [[nodiscard]] bool is_inflected(std::string_view word, std::size_t min_stem) const;
  [[nodiscard]] bool is_derived(std::string_view word) const;
  [[nodiscard]] bool is_known(std::string_view word) const;
  [[nodiscard]] bool is_half(std::string_view word) const;
  [[nodiscard]] bool is_stem(std::string_view stem) const;
  [[nodiscard]] bool ends_like_no_compound(std::string_view word) const;
  /// The two words one after the other are a name.
  [[nodiscard]] bool is_term(std::string_view first, std::string_view second) const;
  [[nodiscard]] Glue glue(std::string_view first, std::string_view second) const;
  [[nodiscard]] Glue glue(const WrittenWord& word, std::size_t cut) const;
  /// Another reading than the one of `glued` is possible where the word is cut here.
  [[nodiscard]] bool rivals(std::string_view first, std::string_view second, Glue glued) const;
  [[nodiscard]] std::size_t find_cut(const WrittenWord& word) const;
  [[nodiscard]] bool is_clitic_cut(std::string_view word, std::size_t cut) const;
  [[nodiscard]] Repair open_clitic(std::string_view word) const;
  [[nodiscard]] Repair open_number(const WrittenWord& written) const;
  [[nodiscard]] Repair open_capital(const WrittenWord& word) const;
  [[nodiscard]] std::string find_spelling(std::string_view word) const;
  [[nodiscard]] Repair decide(const WrittenWord& word) const;

  const lexicon::Compiled& lexicons_;
  std::unordered_map<std::string, Repair> answers_;
  const Repair nothing_;
};

}  // namespace claimlint::tag
