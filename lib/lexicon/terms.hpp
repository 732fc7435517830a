// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flat.hpp"
#include "text/text.hpp"
#include "trie.hpp"
#include "word_table.hpp"

namespace claimlint::lexicon {

/// A name of an entry of the lexicons.
struct Term {
  std::string_view text;  ///< as the lexicon has it; folded here
  std::uint32_t entry = 0;
  bool upper = false;  ///< counts only where every word is written in capitals
};

/// Names found on token ids by a trie: longest first, then leftmost, plural of the last word
/// included. A hyphen, slash or apostrophe between words reads as a blank. Immutable; reads bytes
/// that someone else keeps.
class Terms {
 public:
  struct Hit {
    text::TokenRange tokens;
    std::uint32_t entry = 0;
  };

  /// What find() does at a word that begins a name: it goes on as long as some name does.
  struct Walk {
    std::string_view first;   ///< as the names have it
    std::uint32_t steps = 0;  ///< words taken; after each, what may follow is looked through
    bool found = false;       ///< a name ended on the way
  };

  /// The names that begin with a word, plurals counted apart.
  struct Family {
    std::size_t names = 0;
    std::string example;
    std::uint32_t entry = 0;  ///< of the example
  };

  static void write(std::span<const Term> terms, FlatWriter& out);
  /// Entries are less than `entries`. Throws std::runtime_error for bytes that are no terms.
  Terms(FlatReader& in, std::size_t entries);

  /// Hits in `within`, left to right, without overlap.
  [[nodiscard]] std::vector<Hit> find(const text::Document& document,
                                      text::TokenRange within) const;

  /// The walks of find(), left to right.
  [[nodiscard]] std::vector<Walk> walks(const text::Document& document,
                                        text::TokenRange within) const;

  /// Without names where none begins with this folded word.
  [[nodiscard]] Family family(std::string_view first) const;

  /// True where some term holds this folded word.
  [[nodiscard]] bool has_word(std::string_view word) const;

  /// All words of all terms, sorted.
  [[nodiscard]] const WordTable& words() const { return words_; }

 private:
  [[nodiscard]] std::uint32_t word_id(std::string_view word) const;
  [[nodiscard]] std::vector<std::uint32_t> word_ids(const text::Document& document,
                                                    text::TokenRange within) const;
  /// Returns how many words it took.
  std::uint32_t match_from(std::uint32_t first, const text::Document& document,
                           text::TokenRange within, std::span<const std::uint32_t> ids,
                           std::vector<Hit>& matches) const;
  [[nodiscard]] bool ends_name(std::uint32_t node) const;
  [[nodiscard]] bool is_loose(std::uint32_t node) const;
  [[nodiscard]] std::uint32_t entry_at(std::uint32_t node, bool capitals) const;

  WordTable words_;
  Trie<std::uint32_t> trie_;
  std::span<const std::uint32_t> entries_;  ///< by node: of the term that ends there, or kNone
  /// Nodes where a term ends that counts only in capitals, and its entry.
  std::span<const std::uint32_t> upper_nodes_;
  std::span<const std::uint32_t> upper_entries_;
  /// Nodes before whose word the lexicon has a separator: "St. John's wort".
  std::span<const std::uint32_t> loose_nodes_;
};

/// "Crohn's" and "Crohn" are one word.
constexpr std::string_view without_possessive(std::string_view word) {
  return word.size() > 2 && word.ends_with("'s") ? word.substr(0, word.size() - 2) : word;
}

}  // namespace claimlint::lexicon
