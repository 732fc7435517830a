// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>

#include "across.hpp"
#include "claimlint/batch.hpp"
#include "commands.hpp"
#include "decisions.hpp"
#include "exit_codes.hpp"
#include "folders.hpp"
#include "kept_text.hpp"
#include "output_file.hpp"
#include "page_folder.hpp"
#include "path_auditors.hpp"
#include "profile.hpp"
#include "progress.hpp"
#include "provenance.hpp"
#include "run_log.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace claimlint::cli {
namespace {

int exit_code(const Settings& settings, const Summary& summary) {
  const bool incomplete = summary.partial + summary.not_audited > 0;
  if (incomplete && !settings.allow_incomplete) return kIncomplete;
  return has_findings(summary.by_severity, settings.fail_on) ? kFindings : kClean;
}

BatchOptions batch_of(const Settings& settings) {
  BatchOptions batch;
  batch.jobs = settings.jobs;
  batch.format = settings.input_format;
  batch.max_bytes = settings.audit.limits.bytes.value_or(batch.max_bytes);
  // These need the whole report.
  batch.reuse = !settings.keep_text && !settings.decisions.suggest && !settings.profile;
  return batch;
}

bool shows_count(const Settings& settings) {
  const bool report_on_terminal = !settings.output && stdout_is_terminal();
  return !settings.quiet && stderr_is_terminal() && !report_on_terminal;
}

}  // namespace

int run_audit(const Settings& settings) {
  Folders folders(settings);
  const OutputFormat* const format = find_output_format(settings.format.value_or("text"));
  const Auditor auditor = make_auditor(settings);
  BatchOptions batch = batch_of(settings);
  folders.attach(batch);
  Provenance provenance(settings);
  provenance.attach(batch);
  PathAuditors auditors(settings, auditor);
  auditors.attach(batch);
  Across across(settings);
  across.attach(batch);

  OutputFile output(page_folder(settings) ? std::nullopt : settings.output);
  const OutputOptions options{settings.sentences, use_colour(settings), settings.at_least,
                              settings.offsets, &auditor.lexicons()};
  const auto writer = make_writer(settings, *format, output.stream(), options, auditor.lexicons());
  Progress progress(shows_count(settings), !settings.quiet);
  progress.expect(batch);
  KeptText kept(settings.keep_text);
  Profile profile(settings, auditor);
  RunLog log(settings, tool_of(auditor, batch));
  log.attach(batch, output_key(*format, options) + across.output_key());
  DecisionTally tally(settings.audit.decisions, settings.audit.baseline);
  const Summary summary = audit_paths(auditor, batch, *writer, [&](const Report& report) {
    output.check();
    kept.keep(report);
    provenance.seen(report);
    tally.add(report);
    across.add(report);
    profile.add(report);
    progress.report(report);
  });
  progress.finish();
  profile.write(std::cerr);
  write_tally(std::cerr, settings, tally);
  provenance.finish();
  output.commit();
  const int code = exit_code(settings, summary);
  log.finish(summary, code);
  return code;
}

}  // namespace claimlint::cli
