// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "flat.hpp"
#include "text/text.hpp"

namespace claimlint::lexicon {

class PatternMemory;

/// A set of regular expressions over folded text, found with their places. Expressions are RE2's
/// syntax; a blank in one matches any run of blanks and line ends. A hit counts only where both
/// its ends are token edges. Immutable and safe for concurrent use; reads bytes that someone else
/// keeps.
class Patterns {
 public:
  struct Hit {
    std::uint32_t pattern = 0;  ///< index into the expressions given
    Span folded;
    friend auto operator<=>(const Hit&, const Hit&) = default;
  };

  /// Every expression must have passed `problem_with`.
  static void write(const std::vector<std::string>& expressions, FlatWriter& out);
  /// Throws std::runtime_error for bytes that are no patterns.
  explicit Patterns(FlatReader& in);
  Patterns(Patterns&&) noexcept;
  Patterns& operator=(Patterns&&) noexcept;
  ~Patterns();

  [[nodiscard]] std::size_t size() const;

  /// All hits in `within`, ordered by place, then pattern; the hits of one pattern do not overlap.
  [[nodiscard]] std::vector<Hit> find(const text::Document& document, Span within) const;
  /// The same, valid until the next search with that memory.
  [[nodiscard]] const std::vector<Hit>& find(const text::Document& document, Span within,
                                             PatternMemory& memory) const;
  /// The same, of these few expressions only, each of them once in the list.
  [[nodiscard]] const std::vector<Hit>& find_only(const text::Document& document, Span within,
                                                  std::span<const std::uint32_t> patterns,
                                                  PatternMemory& memory) const;

  /// Why RE2 refuses an expression; empty where it does not.
  static std::string problem_with(const std::string& expression);

 private:
  friend class PatternFinder;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

std::string re2_version();

}  // namespace claimlint::lexicon
