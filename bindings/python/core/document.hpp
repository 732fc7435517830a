// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "claimlint/offsets.hpp"
#include "claimlint/report.hpp"

namespace claimlint::python {

/// A span in both units. Where the text cannot be indexed in code points, all four are bytes.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t byte_begin = 0;
  std::size_t byte_end = 0;
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// A report with the text that its spans are of. Immutable.
class Document {
 public:
  /// `marked`: the report is of a text with a byte order mark that its caller's text has not, so
  /// that spans count without it.
  Document(Report report, bool marked);
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  [[nodiscard]] const Report& report() const { return report_; }
  [[nodiscard]] bool marked() const { return mark_ > 0; }
  /// The bytes that spans are of.
  [[nodiscard]] std::string_view content() const { return content_; }
  /// Whether they are UTF-8, so that spans count code points.
  [[nodiscard]] bool has_text() const { return index_.has_value(); }
  [[nodiscard]] TextSpan span(Span bytes) const;

 private:
  Report report_;
  std::size_t mark_;
  std::string_view content_;  ///< into report_
  std::optional<OffsetIndex> index_;
};

using SharedDocument = std::shared_ptr<const Document>;

/// The document's line in a JSON Lines report, without the line's end.
std::string json_of(const Report& report, std::string_view sentences, std::string_view offsets);

}  // namespace claimlint::python
