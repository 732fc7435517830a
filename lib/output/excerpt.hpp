// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "claimlint/report.hpp"

namespace claimlint::output {

/// A sentence cut down to a line, in three pieces.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string after;
};

/// As much of a sentence around `mark` as fits into `columns`, cut between words and with an
/// ellipsis where cut. `mark` is a range of bytes of the sentence; without one the line shows the
/// beginning, all in `after`.
Excerpt excerpt(std::string_view sentence, std::optional<Span> mark, std::size_t columns);

/// Where a span of the source lies in the clean text of its sentence. Known only where the two
/// are the same bytes, so null for text that was decoded or extracted.
std::optional<Span> span_in_sentence(const Report& report, const Sentence& sentence, Span source);

struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// Line and column of a claim; of its sentence where span_in_sentence() is null.
Position position_of(const Report& report, const Sentence& sentence, Span source);

}  // namespace claimlint::output
