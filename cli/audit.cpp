// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>

#include "claimlint/batch.hpp"
#include "commands.hpp"
#include "kept_text.hpp"
#include "output_file.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace claimlint::cli {
namespace {

bool has_findings(const SeverityCounts& counts, std::optional<Severity> from) {
  if (!from) return false;
  return counts.high > 0 || (counts.medium > 0 && *from <= Severity::medium) ||
         (counts.low > 0 && *from <= Severity::low);
}

int exit_code(const Settings& settings, const Summary& summary) {
  const bool incomplete = summary.partial + summary.not_audited > 0;
  if (incomplete && !settings.allow_incomplete) return kIncomplete;
  return has_findings(summary.by_severity, settings.fail_on) ? kFindings : kClean;
}

}  // namespace

int run_audit(const Settings& settings) {
  if (settings.arguments.empty())
    throw UsageError("audit needs a file or folder, or - for standard input");
  const OutputFormat* const format = find_output_format(settings.format.value_or("text"));
  const Auditor auditor = make_auditor(settings);
  BatchOptions batch;
  batch.paths.assign(settings.arguments.begin(), settings.arguments.end());
  batch.jobs = settings.jobs;
  batch.format = settings.input_format;
  batch.standard_input = &std::cin;

  OutputFile output(settings.output);
  const OutputOptions options{settings.sentences, use_colour(settings), settings.at_least};
  const auto writer = format->writer(output.stream(), options);
  const bool report_on_terminal = !settings.output && stdout_is_terminal();
  Progress progress(!settings.quiet && stderr_is_terminal() && !report_on_terminal,
                    !settings.quiet);
  KeptText kept(settings.keep_text);
  const Summary summary = audit_paths(auditor, batch, *writer, [&](const Report& report) {
    kept.keep(report);
    progress.report(report);
  });
  progress.finish();
  output.commit();
  return exit_code(settings, summary);
}

}  // namespace claimlint::cli
