// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// An expression taken apart as far as it tells how its matches begin.
struct Syntax {
  enum class Kind : std::uint8_t {
    literals,     ///< one of `literals`
    sequence,     ///< all of `parts`
    alternation,  ///< one of `parts`, the first that fits
    repetition,   ///< of the one part
    unknown,      ///< anything
  };
  static constexpr std::uint32_t kUnlimited = UINT32_MAX;

  Kind kind = Kind::unknown;
  std::vector<std::string> literals = {};  ///< of one character, if of several
  std::vector<Syntax> parts = {};
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  bool shortest_first = false;
};

/// Nothing where an expression uses more of RE2's syntax than groups, alternatives, repetitions,
/// classes and escaped characters. The expression is one that RE2 accepts.
std::optional<Syntax> parse_syntax(std::string_view expression);

}  // namespace claimlint::lexicon
