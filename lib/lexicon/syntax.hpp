// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimlint::lexicon {

// What stands in the literals of a Syntax for white space: a run of it, which is what a blank in an
// expression takes, and one character of it, as a blank in a class.
inline constexpr char kBlankRun = '\x01';
inline constexpr char kOneBlank = '\x02';
// What stands there for any digit.
inline constexpr char kDigit = '\x03';

constexpr bool is_white_symbol(char symbol) { return symbol == kBlankRun || symbol == kOneBlank; }
constexpr bool is_symbol(char symbol) { return is_white_symbol(symbol) || symbol == kDigit; }

/// Characters, one of which an expression takes.
struct CharacterSet {
  std::array<std::uint64_t, 2> ascii{};
  std::uint64_t others = 0;  ///< 1: also every character beyond ASCII

  [[nodiscard]] constexpr bool holds(unsigned char byte) const {
    return byte < 0x80 ? (ascii[byte >> 6U] >> (byte & 63U) & 1U) != 0 : others != 0;
  }
  constexpr void add(unsigned char byte) { ascii[byte >> 6U] |= std::uint64_t{1} << (byte & 63U); }
  friend constexpr auto operator<=>(const CharacterSet&, const CharacterSet&) = default;
};

/// An expression taken apart.
struct Syntax {
  enum class Kind : std::uint8_t {
    literals,     ///< one of `literals`
    set,          ///< one character of `set`
    sequence,     ///< all of `parts`
    alternation,  ///< one of `parts`, the first that fits
    repetition,   ///< of the one part
    edge,         ///< nothing, between a letter or digit and something else
    begin,        ///< nothing, where the text begins
    end,          ///< nothing, where the text ends
  };
  static constexpr std::uint32_t kUnlimited = UINT32_MAX;

  Kind kind = Kind::sequence;
  std::vector<std::string> literals = {};  ///< of one character, if of several
  std::vector<Syntax> parts = {};
  CharacterSet set = {};
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  bool shortest_first = false;
};

/// Nothing where an expression uses more of RE2's syntax than groups, alternatives, repetitions,
/// classes, edges and escaped characters. The expression is one that RE2 accepts, with blanks as
/// lexicons write them.
std::optional<Syntax> parse_syntax(std::string_view expression);

}  // namespace claimlint::lexicon
