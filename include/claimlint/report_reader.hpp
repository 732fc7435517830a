// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "claimlint/export.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

/// What was read is no report, or one of a newer version. The message begins with its place:
/// `report.jsonl:12:7: sentences[3].claims[0].severity: 'grave' is no value of this field`.
class CLAIMLINT_EXPORT ReportError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads a report in the formats `json` and `jsonl` back, one document at a time: memory is bounded
/// by the largest document, whatever the size of the report.
///
///     claimlint::ReportReader reader(in, "report.jsonl");
///     while (auto report = reader.next()) std::cout << report->path << '\n';
///
/// What no report holds stays empty: Report::extracted, Report::hidden,
/// Claim::confidence_reasons; figures are as exact as they were written. Members that this version
/// does not know are passed over. Not thread-safe.
class CLAIMLINT_EXPORT ReportReader {
 public:
  /// `in` must outlive the reader; `name` is the report's in messages.
  explicit ReportReader(std::istream& in, std::string name = "report");
  ReportReader(ReportReader&&) noexcept;
  ReportReader& operator=(ReportReader&&) noexcept;
  ~ReportReader();

  /// The next document; null after the last one. Throws ReportError for what is no report, of a
  /// newer schema, or ends before its summary.
  std::optional<Report> next();

  /// The document given last as it stands in the report.
  [[nodiscard]] std::string_view text() const;
  /// Where that begins, in bytes of the stream.
  [[nodiscard]] std::size_t offset() const;
  /// What the spans of the document given last count; they are empty for line_column.
  [[nodiscard]] OffsetUnit offsets() const;

  /// "json" or "jsonl"; empty before the first call of next().
  [[nodiscard]] std::string_view format() const;
  /// Null until it was read: `jsonl` has it behind the documents.
  [[nodiscard]] const std::optional<Tool>& tool() const;
  /// Null until next() gave null.
  [[nodiscard]] const std::optional<Summary>& summary() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// One document as ReportReader::text() gave it. Throws ReportError.
CLAIMLINT_EXPORT Report read_document(std::string_view json);

}  // namespace claimlint
