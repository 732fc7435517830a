// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flat.hpp"
#include "match_memory.hpp"
#include "symbols.hpp"
#include "syntax.hpp"

namespace claimlint::lexicon {

/// A step of a program. What it says holds where the match has come to, or the match goes back to
/// where it last had a choice.
struct Instruction {
  enum class Op : std::uint8_t {
    nothing,  ///< never holds
    done,     ///< a match ends here
    byte,     ///< this byte
    text,     ///< `number` bytes at `target` of the pool
    one,      ///< a character of set `target`
    most,     ///< up to `number` characters of set `target`, as many as go; a bound follows
    fewest,   ///< the same, as few as go
    all,      ///< the same, and never fewer than there are
    bound,    ///< of the run before: at least `number`, and a class of mask `target` comes next
    split,    ///< the next instruction or else `target`
    hop,      ///< `target` or else the next instruction
    jump,     ///< `target`
    pick,     ///< by the class of the next byte what table `target` says
    edge,     ///< a letter or digit meets something else
    begin,    ///< the text begins
    end,      ///< the text ends
  };
  Op op = Op::nothing;
  std::uint8_t byte = 0;
  std::uint16_t number = 0;
  std::uint32_t target = 0;
};

/// How many instructions further to go on, by class of the next byte; the last is for the end of
/// the text. 0: nowhere.
using PickTable = std::array<std::uint16_t, kByteClasses + 1>;

/// Expressions as instructions, one program each, in bytes that someone else keeps. A program finds
/// what RE2 finds: of the matches that begin at a place the one that RE2 prefers.
class Programs {
 public:
  static constexpr std::uint16_t kUnlimited = UINT16_MAX;

  static void write(const std::vector<std::string>& expressions, FlatWriter& out);
  /// Throws std::runtime_error for bytes that are no programs.
  explicit Programs(FlatReader& in);

  [[nodiscard]] std::size_t size() const { return starts_.size(); }
  /// False for an expression in syntax that no program is made of.
  [[nodiscard]] bool knows(std::uint32_t expression) const;

  /// The classes of bytes that a match can begin with; all where that is not known.
  [[nodiscard]] ClassMask first(std::uint32_t expression) const { return firsts_[expression]; }

  /// The end of the match that begins at `at` and may_end: of several the one RE2 prefers. The
  /// memory must have forgotten other texts, and begun the tries of the expression.
  [[nodiscard]] std::optional<std::size_t> match_at(std::uint32_t expression, std::string_view text,
                                                    std::size_t at, MatchMemory& memory) const;
  /// The end of the longest match that begins at `at`.
  [[nodiscard]] std::optional<std::size_t> longest_at(std::uint32_t expression,
                                                      std::string_view text, std::size_t at,
                                                      MatchMemory& memory) const;

 private:
  friend class ProgramRun;

  void check(std::uint32_t index) const;

  std::span<const std::uint32_t> starts_;  ///< by expression; text::kNone where there is none
  std::span<const ClassMask> firsts_;      ///< by expression
  std::span<const Instruction> code_;
  std::string_view pool_;
  std::span<const CharacterSet> sets_;
  std::span<const ClassMask> masks_;
  std::span<const PickTable> tables_;
};

}  // namespace claimlint::lexicon
