// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace claimlint::lexicon {

/// An expression as lexicons write it, with RE2. It is compiled when it is first needed: of the
/// shipped expressions most never are. Its text must outlive it. Safe for concurrent use.
class Regex {
 public:
  explicit Regex(std::string_view expression) : text_(expression) {}

  /// The end of the match that begins at `at` and may_end: of several the one RE2 prefers.
  [[nodiscard]] std::optional<std::size_t> match_at(std::string_view text, std::size_t at) const;

  /// The end of the longest match that begins at `at`.
  [[nodiscard]] std::optional<std::size_t> longest_at(std::string_view text, std::size_t at) const;

  struct Verdict {
    std::string problem;    ///< why RE2 refuses the expression; empty where it does not
    std::size_t steps = 0;  ///< of the program that RE2 makes of it
  };
  static Verdict examine(const std::string& expression);

 private:
  class Lazy {
   public:
    Lazy();
    ~Lazy();
    /// `make_text` gives the expression, the first time.
    template <typename MakeText>
    const re2::RE2& get(MakeText make_text, bool longest) const;

   private:
    mutable std::once_flag compiled_;
    mutable std::unique_ptr<re2::RE2> regex_;
  };

  std::string_view text_;
  Lazy here_;
  Lazy longest_;
};

}  // namespace claimlint::lexicon
