// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "claimlint/report.hpp"
#include "terminal.hpp"

namespace claimlint::output {

inline constexpr std::size_t kColumns = 100;

/// What the formats for people are written with: lines of at most kColumns columns. Texts given
/// to it are made printable.
class Page {
 public:
  Page(std::string& out, Palette palette) : out_(out), palette_(palette) {}

  [[nodiscard]] const Palette& palette() const { return palette_; }

  /// A line as it is, for text that is ours.
  void line(std::string_view text = {});

  /// `label` and `text` side by side; the text is wrapped and its lines stand below each other.
  void field(std::size_t indent, std::string_view label, std::string_view text);

  /// The sentence with the claim's words marked: in colour, or by carets below.
  void marked(std::size_t indent, const Report& report, const Sentence& sentence, Span source,
              Severity severity);

 private:
  std::string& out_;
  Palette palette_;
};

/// "1 claim", "2 claims".
std::string counted(std::size_t count, std::string_view noun);

/// One decimal.
std::string risk_text(double risk);

}  // namespace claimlint::output
