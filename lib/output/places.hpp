// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "claimlint/formats.hpp"
#include "claimlint/offsets.hpp"
#include "claimlint/report.hpp"

namespace claimlint::output {

/// The bytes that the spans of a report are of, in every unit. A byte order mark is no part of the
/// text: lines, columns and characters are counted from behind it, bytes from the file's begin.
/// The report must outlive it.
class Places {
 public:
  Places(const Report& report, OffsetUnit wanted);

  /// The unit asked for; bytes where the text is not at hand, or not in UTF-8.
  [[nodiscard]] OffsetUnit unit() const { return unit_; }

  /// Null where the text is not at hand, or not in UTF-8.
  [[nodiscard]] std::optional<TextPosition> at(std::size_t byte) const;

  /// The column in UTF-16 units.
  [[nodiscard]] std::size_t utf16_column(const TextPosition& position) const;

  /// The text of a span; empty where at() is null.
  [[nodiscard]] std::string_view text_of(Span span) const;

 private:
  std::size_t mark_ = 0;   ///< bytes of the byte order mark
  std::string_view text_;  ///< behind it
  std::optional<OffsetIndex> index_;
  OffsetUnit unit_ = OffsetUnit::bytes;
};

/// "bytes", "code-points", "utf-16", "line-column": the names of the command line and of reports.
std::string_view name_of(OffsetUnit unit);

}  // namespace claimlint::output
