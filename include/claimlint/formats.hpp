// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

class Lexicons;

/// Which sentences a report lists; counts and scores are over all of them either way.
enum class SentenceFilter : std::uint8_t {
  all,
  annotated,  ///< with a mention or a claim
  flagged     ///< with a claim that counts
};

/// What offsets of a report count. Everything but bytes needs the text: AuditOptions::with_text.
enum class OffsetUnit : std::uint8_t { bytes, code_points, utf16, line_column };

struct OutputOptions {
  SentenceFilter sentences = SentenceFilter::all;
  bool colour = false;  ///< text formats only
  Severity at_least = Severity::low;
  OffsetUnit offsets = OffsetUnit::bytes;
  /// Where formats that explain rules look them up; must outlive the writer. Null: they say of a
  /// rule what its claims do.
  const Lexicons* lexicons = nullptr;
};

/// Writes one audit: `begin`, `document` for each report in order, `end`. Not thread-safe.
class CLAIMLINT_EXPORT ReportWriter {
 public:
  ReportWriter() = default;
  ReportWriter(const ReportWriter&) = delete;
  ReportWriter& operator=(const ReportWriter&) = delete;
  virtual ~ReportWriter();
  virtual void begin(const Tool& tool) = 0;
  virtual void document(const Report& report) = 0;
  /// What `document` would write of a report, without what parts documents; null (the default)
  /// where that depends on the documents before it. Called from any thread, while others write.
  [[nodiscard]] virtual std::optional<std::string> rendered(const Report& report) const;
  /// Writes a document by what `rendered` gave for it, maybe in an earlier run: then `report` has
  /// of its sentences only those with claims, and these without frame, support and basis.
  virtual void document_rendered(const Report& report, std::string_view bytes);
  virtual void end(const Summary& summary) = 0;
};

struct OutputFormat {
  std::string_view name;
  std::string_view description;
  bool needs_text = false;  ///< what it writes of places needs AuditOptions::with_text
  /// `out` must outlive the writer. Errors stay in the stream's state.
  std::unique_ptr<ReportWriter> (*writer)(std::ostream& out, const OutputOptions& options);
  /// It tells apart what does not count by a reviewer's decision; others are better not shown it.
  bool tells_decided = false;
};

struct InputFormat {
  std::string_view name;
  std::string_view description;
  std::vector<std::string_view> extensions;  ///< with the dot, lower case
};

/// All formats by name; the command line's choices and help come from here.
CLAIMLINT_EXPORT const std::vector<OutputFormat>& output_formats();
CLAIMLINT_EXPORT const std::vector<InputFormat>& input_formats();

/// Names what decides how a report is written: two writers with the same key render it alike.
CLAIMLINT_EXPORT std::string output_key(const OutputFormat& format, const OutputOptions& options);

/// Null where there is none of that name.
CLAIMLINT_EXPORT const OutputFormat* find_output_format(std::string_view name);

}  // namespace claimlint
