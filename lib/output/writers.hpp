// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <memory>

#include "claimlint/formats.hpp"

/// One function for each output format; the table that names them is in all.cpp.
namespace claimlint::output {

std::unique_ptr<ReportWriter> csv_writer(std::ostream& out, const OutputOptions& options);
std::unique_ptr<ReportWriter> explain_writer(std::ostream& out, const OutputOptions& options);
std::unique_ptr<ReportWriter> github_writer(std::ostream& out, const OutputOptions& options);
std::unique_ptr<ReportWriter> html_writer(std::ostream& out, const OutputOptions& options);
std::unique_ptr<ReportWriter> json_writer(std::ostream& out, const OutputOptions& options);
std::unique_ptr<ReportWriter> jsonl_writer(std::ostream& out, const OutputOptions& options);
std::unique_ptr<ReportWriter> sarif_writer(std::ostream& out, const OutputOptions& options);
std::unique_ptr<ReportWriter> summary_writer(std::ostream& out, const OutputOptions& options);
std::unique_ptr<ReportWriter> text_writer(std::ostream& out, const OutputOptions& options);

/// Whether a report lists this sentence.
bool is_listed(const Sentence& sentence, SentenceFilter filter);

}  // namespace claimlint::output
