// SPDX-License-Identifier: Apache-2.0
#include "places.hpp"

#include <algorithm>

#include "utf8.hpp"

namespace claimlint::output {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_well_formed(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint c = code_point_at(utf8, i);
    if (!c.well_formed) return false;
    i += c.size;
  }
  return true;
}

/// The bytes of a source in UTF-16 may happen to be well-formed UTF-8 too, so the name decides.
bool is_utf8(const Report& report) {
  const bool named = report.coordinates == "extracted" || report.encoding == "utf-8";
  return named && !report.extracted.empty() && is_well_formed(report.extracted);
}

}  // namespace

Places::Places(const Report& report, OffsetUnit wanted) {
  if (!is_utf8(report)) return;
  mark_ = report.extracted.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  text_ = std::string_view(report.extracted).substr(mark_);
  index_.emplace(text_);
  unit_ = wanted;
}

std::optional<TextPosition> Places::at(std::size_t byte) const {
  if (!index_) return std::nullopt;
  return index_->at_byte(byte - std::min(byte, mark_));
}

std::size_t Places::utf16_column(const TextPosition& position) const {
  return index_ ? position.utf16 - index_->at_line(position.line).utf16 + 1 : position.column;
}

std::string_view Places::text_of(Span span) const {
  const std::size_t begin = std::min(span.begin - std::min(span.begin, mark_), text_.size());
  const std::size_t end = std::min(span.end - std::min(span.end, mark_), text_.size());
  return text_.substr(begin, end - std::min(begin, end));
}

std::string_view name_of(OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::bytes:
      return "bytes";
    case OffsetUnit::code_points:
      return "code-points";
    case OffsetUnit::utf16:
      return "utf-16";
    case OffsetUnit::line_column:
      return "line-column";
  }
  return {};
}

}  // namespace claimlint::output
