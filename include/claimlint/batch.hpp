// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/export.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

class Store;

struct BatchOptions {
  std::vector<std::filesystem::path> paths;       ///< files, folders and archives
  unsigned jobs = 0;                              ///< threads; 0 means one for each core
  std::size_t max_bytes = std::size_t{64} << 20;  ///< a larger file is not audited: "budget"
  std::optional<std::string> format;              ///< force an input format by name
  /// More paths, asked for one at a time when those of `paths` are through; null: none. Reports
  /// name what is found there by the whole path as it is given.
  std::function<std::optional<std::filesystem::path>()> more_paths = {};
  /// PathPatterns for the report paths of what folders, archives and `more_paths` give: only what
  /// fits `include` (everything where it is empty) and does not fit `exclude`.
  std::vector<std::string> include = {};
  std::vector<std::string> exclude = {};
  /// Which files and archives to audit; null: all. Called from any thread.
  std::function<bool(const std::filesystem::path& file)> wanted = {};
  /// Decompressed bytes after which the rest of an archive is not audited: "budget".
  std::uintmax_t max_archive_bytes = std::uintmax_t{64} << 30;
  /// Text that stands for what `auditor_for` and `describe` decide by; enters the configuration of
  /// the tool that the writer is told of. Empty where they decide nothing.
  std::string configuration = {};
  /// Picks the auditor of a document by its report path; null: the one given. Called from any
  /// thread; what it gives must outlive the batch.
  std::function<const Auditor&(std::string_view path)> auditor_for = {};
  /// Tells what is known of a document before it is read, by its report path; null: nothing. Called
  /// from any thread.
  std::function<void(Source& source)> describe = {};
  /// Completes a report before it is written; null: as it is. Called from any thread.
  std::function<void(Report& report)> complete = {};
  /// Completes the totals before they are written; null: as they are. Called once, at the end.
  std::function<void(Summary& summary)> complete_summary = {};
  /// Keeps every document as it is done, and spares the audit of those it holds; null: none. It
  /// must outlive the batch.
  Store* store = nullptr;
  bool reuse =
      true;  ///< false: audit what the store holds too, as where an observer needs it whole
  /// Whatever decides the bytes that are written of a report: output_key(), and what `complete`
  /// makes use of. What the store rendered under another one is not used.
  std::string store_output = {};
  std::istream* standard_input = nullptr;  ///< what the path "-" reads; null: "-" is a file's name
};

/// Progress of a batch: called in order, from one thread at a time.
using BatchObserver = std::function<void(const Report& report)>;

/// The tool as the reports of a batch name it: BatchOptions::configuration is part of its own.
CLAIMLINT_EXPORT Tool tool_of(const Auditor& auditor, const BatchOptions& options);

/// Audits files and folders in parallel and writes the reports in a fixed order, so the output is
/// the same for any number of jobs. A folder is walked recursively for archives and for files an
/// input format knows by extension, by name; links that lead back into a folder being walked are
/// passed over, and what a `.claimlintignore` in a folder names, which is read as git reads
/// `.gitignore`. An archive (.zip, .tar, .tar.gz, .tgz) is walked like a folder, in its own order,
/// and no archive within it. What cannot be read, and a path that is missing, becomes a report with
/// status `not_audited`. Report paths are relative to the argument that led to them, `/`-separated.
CLAIMLINT_EXPORT Summary audit_paths(const Auditor& auditor, const BatchOptions& options,
                                     ReportWriter& writer, const BatchObserver& observer = {});

/// How many documents audit_paths() will report, told from names without opening a file; null where
/// that cannot be told, as with archives and `more_paths`, and when it is asked to stop.
CLAIMLINT_EXPORT std::optional<std::size_t> count_documents(const BatchOptions& options,
                                                            const std::stop_token& stop = {});

}  // namespace claimlint
