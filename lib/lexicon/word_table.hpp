// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flat.hpp"

namespace claimlint::lexicon {

/// Strings one behind the other, in bytes that someone else keeps.
class StringList {
 public:
  static void write(std::span<const std::string_view> strings, FlatWriter& out);
  /// Throws std::runtime_error for bytes that are no list.
  explicit StringList(FlatReader& in);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  [[nodiscard]] std::string_view operator[](std::uint32_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : ends_[index - 1];
    return text_.substr(begin, ends_[index] - begin);
  }

 private:
  std::span<const std::uint32_t> ends_;  ///< of each string in the text
  std::string_view text_;
};

/// The strings of a StringList as values of their own.
std::vector<std::string> read_strings(FlatReader& in);

/// A set of words, each with its rank among them as its number, in bytes that someone else keeps.
class WordTable {
 public:
  /// `words` are sorted, none twice, none empty.
  static void write(std::span<const std::string_view> words, FlatWriter& out);
  /// Throws std::runtime_error for bytes that are no table.
  explicit WordTable(FlatReader& in);

  /// The number of a word; text::kNone where there is none.
  [[nodiscard]] std::uint32_t find(std::string_view word) const;

  [[nodiscard]] std::uint32_t size() const { return words_.size(); }
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return words_[number]; }

  /// The number of the first word that is not less than `word`.
  [[nodiscard]] std::uint32_t lower_bound(std::string_view word) const;

 private:
  StringList words_;
  std::span<const std::uint32_t> slots_;  ///< by hash, the next free slot if taken
};

}  // namespace claimlint::lexicon
