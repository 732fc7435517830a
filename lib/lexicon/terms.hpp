// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace claimlint::lexicon {

/// Names found on token ids by a trie: longest first, then leftmost, plural of the last word
/// included. A hyphen, slash or apostrophe between words reads as a blank. Immutable.
class Terms {
 public:
  struct Term {
    std::string text;  ///< as the lexicon has it; folded here
    std::uint32_t entry = 0;
    bool upper = false;  ///< counts only where every word is written in capitals
  };
  struct Hit {
    text::TokenRange tokens;
    std::uint32_t entry = 0;
  };

  explicit Terms(const std::vector<Term>& terms);
  Terms(Terms&&) noexcept;
  Terms& operator=(Terms&&) noexcept;
  ~Terms();

  /// Hits in `within`, left to right, without overlap. `words`, one for each token of the
  /// document, replaces what a token reads as (mended spelling); empty entries mean the token's
  /// own text.
  [[nodiscard]] std::vector<Hit> find(const text::Document& document, text::TokenRange within,
                                      std::span<const std::string> words = {}) const;

  /// True where some term holds this folded word.
  [[nodiscard]] bool has_word(std::string_view word) const;

  /// All words of all terms, sorted.
  [[nodiscard]] const std::vector<std::string>& words() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimlint::lexicon
