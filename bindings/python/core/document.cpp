// SPDX-License-Identifier: Apache-2.0
#include "document.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "claimlint/formats.hpp"

namespace claimlint::python {
namespace {

constexpr std::size_t kMark = 3;  ///< bytes of a byte order mark

/// Whether Python decodes these bytes to the code points that an OffsetIndex counts.
bool is_well_formed(std::string_view utf8) {
  const auto at = [&](std::size_t i) {
    return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0U;
  };
  const auto continues = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
  for (std::size_t i = 0; i < utf8.size();) {
    const unsigned first = at(i);
    const unsigned second = at(i + 1);
    if (first < 0x80) {
      i += 1;
    } else if (first >= 0xC2 && first <= 0xDF && continues(i + 1)) {
      i += 2;
    } else if (first >= 0xE0 && first <= 0xEF && continues(i + 1) && continues(i + 2) &&
               !(first == 0xE0 && second < 0xA0) && !(first == 0xED && second > 0x9F)) {
      i += 3;
    } else if (first >= 0xF0 && first <= 0xF4 && continues(i + 1) && continues(i + 2) &&
               continues(i + 3) && !(first == 0xF0 && second < 0x90) &&
               !(first == 0xF4 && second > 0x8F)) {
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

/// Bytes in UTF-16 may happen to be well-formed UTF-8 too, so the name decides.
bool is_utf8(const Report& report) {
  const bool named = report.coordinates == "extracted" || report.encoding == "utf-8";
  return named && is_well_formed(report.extracted);
}

template <class Value>
Value value_of(const std::map<std::string_view, Value>& names, std::string_view name) {
  const auto found = names.find(name);
  if (found == names.end()) throw std::invalid_argument("unknown: '" + std::string(name) + "'");
  return found->second;
}

OutputOptions options_of(std::string_view sentences, std::string_view offsets) {
  static const std::map<std::string_view, SentenceFilter> filters = {
      {"all", SentenceFilter::all},
      {"annotated", SentenceFilter::annotated},
      {"flagged", SentenceFilter::flagged}};
  static const std::map<std::string_view, OffsetUnit> units = {
      {"bytes", OffsetUnit::bytes},
      {"code-points", OffsetUnit::code_points},
      {"utf-16", OffsetUnit::utf16},
      {"line-column", OffsetUnit::line_column}};
  return {.sentences = value_of(filters, sentences), .offsets = value_of(units, offsets)};
}

}  // namespace

Document::Document(Report report, bool marked)
    : report_(std::move(report)), mark_(marked ? kMark : 0) {
  content_ = std::string_view(report_.extracted).substr(std::min(mark_, report_.extracted.size()));
  if (is_utf8(report_)) index_.emplace(content_);
}

TextSpan Document::span(Span bytes) const {
  const std::size_t begin = bytes.begin - std::min(mark_, bytes.begin);
  const std::size_t end = bytes.end - std::min(mark_, bytes.end);
  if (!index_) return {begin, end, begin, end};
  return {index_->at_byte(begin).code_point, index_->at_byte(end).code_point, begin, end};
}

std::string json_of(const Report& report, std::string_view sentences, std::string_view offsets) {
  std::ostringstream unused;
  const auto writer = find_output_format("jsonl")->writer(unused, options_of(sentences, offsets));
  std::string line = writer->rendered(report).value();
  if (line.ends_with('\n')) line.pop_back();
  return line;
}

}  // namespace claimlint::python
