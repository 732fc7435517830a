// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "ascii.hpp"
#include "letters.hpp"
#include "offset_cursor.hpp"
#include "text.hpp"
#include "utf8.hpp"

namespace claimlint::text {

inline constexpr std::string_view kBlanks = " \t\r\n";

// How far a decision looks around a full stop: bounded, so that no text costs more than its length.
inline constexpr std::size_t kLongestWord = 32;
inline constexpr std::size_t kLongestAddress = 256;

/// Whether a byte belongs to a word that a full stop may abbreviate ("ph.d", "st").
inline bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '.' || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// A block seen from one of its full stops. Case is looked up in the clean text.
class BlockView {
 public:
  BlockView(const Folded& folded, std::string_view clean, Span span)
      : text_(std::string_view(folded.text).substr(0, span.end)),
        clean_(clean),
        to_clean_(folded.to_clean, OffsetMap::Cursor::To::source) {}

  [[nodiscard]] std::size_t end() const { return text_.size(); }
  [[nodiscard]] bool ends_at(std::size_t at) const { return at >= text_.size(); }
  [[nodiscard]] char at(std::size_t at) const { return text_[at]; }
  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  [[nodiscard]] std::size_t find(const ByteSet& set, std::size_t from) const {
    return set.find(text_, from, text_.size());
  }
  /// The offset behind the character at `at`.
  [[nodiscard]] std::size_t after(std::size_t at) const { return code_point_at(text_, at).end; }
  [[nodiscard]] std::size_t skip(std::string_view set, std::size_t from) const {
    while (!ends_at(from) && is_one_of(set, text_[from])) ++from;
    return std::min(from, text_.size());
  }

  /// The character behind a byte, which may be any byte of it.
  [[nodiscard]] char32_t clean_letter(std::size_t at) const {
    const std::size_t place = to_clean_.map({at, at + 1}).begin;
    if (static_cast<unsigned char>(clean_[place]) < 0x80) {
      return static_cast<unsigned char>(clean_[place]);
    }
    return code_point_at(clean_, code_point_before(clean_, place + 1)).value;
  }
  [[nodiscard]] bool is_upper_at(std::size_t at) const {
    return !ends_at(at) && is_upper(clean_letter(at));
  }
  [[nodiscard]] bool is_lower_at(std::size_t at) const {
    return !ends_at(at) && is_lower(clean_letter(at));
  }
  [[nodiscard]] bool opens_quote(std::size_t at) const {
    constexpr std::u32string_view kOpening = U"“‘„‚«‹";
    return kOpening.find(clean_letter(at)) != std::u32string_view::npos;
  }

  /// Where the word that ends at `end` begins, not before `first`.
  [[nodiscard]] std::size_t word_begin(std::size_t first, std::size_t end) const {
    const std::size_t limit = end - std::min(end - first, kLongestWord);
    while (end > limit && is_word_byte(text_[end - 1])) --end;
    return end;
  }

  /// The stretch without blanks around `at`: a word, or an address.
  [[nodiscard]] std::string_view chunk(std::size_t at) const {
    std::size_t begin = at;
    const std::size_t limit = at - std::min(at, kLongestAddress);
    while (begin > limit && !is_one_of(kBlanks, text_[begin - 1])) --begin;
    const std::string_view reach = slice(begin, std::min(at + kLongestAddress, end()));
    return reach.substr(0, reach.find_first_of(kBlanks));
  }

 private:
  std::string_view text_;
  std::string_view clean_;
  mutable OffsetMap::Cursor to_clean_;  ///< it only remembers where it was
};

}  // namespace claimlint::text
