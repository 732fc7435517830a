// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <memory>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

/// Which sentences a report lists; counts and scores are over all of them either way.
enum class SentenceFilter : std::uint8_t {
  all,
  annotated,  ///< with a mention or a claim
  flagged     ///< with a claim that counts
};

struct OutputOptions {
  SentenceFilter sentences = SentenceFilter::all;
  bool colour = false;  ///< text formats only
  Severity at_least = Severity::low;
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
  virtual void end(const Summary& summary) = 0;
};

struct OutputFormat {
  std::string_view name;
  std::string_view description;
  /// `out` must outlive the writer. Errors stay in the stream's state.
  std::unique_ptr<ReportWriter> (*writer)(std::ostream& out, const OutputOptions& options);
};

struct InputFormat {
  std::string_view name;
  std::string_view description;
  std::vector<std::string_view> extensions;  ///< with the dot, lower case
};

/// All formats by name; the command line's choices and help come from here.
CLAIMLINT_EXPORT const std::vector<OutputFormat>& output_formats();
CLAIMLINT_EXPORT const std::vector<InputFormat>& input_formats();

/// Null where there is none of that name.
CLAIMLINT_EXPORT const OutputFormat* find_output_format(std::string_view name);

}  // namespace claimlint
