// SPDX-License-Identifier: Apache-2.0
#include "claimlint/verify.hpp"

#include <iostream>
#include <optional>

#include "claimlint/report_reader.hpp"
#include "claimlint/source_files.hpp"
#include "commands.hpp"
#include "in_order.hpp"
#include "replay.hpp"
#include "report_file.hpp"
#include "terminal.hpp"

namespace claimlint::cli {
namespace {

struct Task {
  Report report;
  SourceBytes source;
};

struct Verified {
  std::string path;
  bool was_read = false;  ///< by the audit: there is something to prove
  bool is_found = true;   ///< the source is there
  Verification result;
};

Verified verify(const Task& task) {
  const Report& report = task.report;
  Verified verified{report.path, !report.sha256.empty(), task.source.trouble.empty(), {}};
  if (!verified.was_read) return verified;
  if (verified.is_found) {
    verified.result = verify_document(report, task.source.bytes);
  } else {
    verified.result.problems.push_back({"source", {}, std::nullopt, task.source.trouble});
  }
  return verified;
}

void write_problem(std::ostream& out, const std::string& path, const VerifyProblem& problem) {
  out << printable(path) << ": " << problem.what;
  if (!problem.id.empty()) out << ' ' << printable(problem.id);
  if (problem.span) out << " [" << problem.span->begin << ", " << problem.span->end << ')';
  out << ": " << printable(problem.message) << '\n';
}

/// What was verified so far.
struct Totals {
  std::size_t documents = 0;
  std::size_t unread = 0;
  std::size_t found = 0;
  std::size_t spans = 0;
  std::size_t problems = 0;
  std::size_t wrong_documents = 0;

  void add(const Verified& verified) {
    ++documents;
    unread += verified.was_read ? 0 : 1;
    found += verified.is_found ? 1 : 0;
    spans += verified.result.spans;
    problems += verified.result.problems.size();
    wrong_documents += verified.result.problems.empty() ? 0 : 1;
  }
};

void write_totals(std::ostream& out, const Totals& totals) {
  out << totals.documents << " documents, " << totals.spans << " places: ";
  if (totals.problems == 0) {
    out << "all hold";
  } else {
    out << totals.problems << " do not hold, in " << totals.wrong_documents << " documents";
  }
  out << '\n';
  if (totals.unread > 0) {
    out << totals.unread << " documents the audit could not read: there is nothing to prove\n";
  }
}

/// The next document of a report, with the bytes it was made of.
std::optional<Task> next_task(ReportReader& reader, SourceFiles& files) {
  auto report = reader.next();
  if (!report) return std::nullopt;
  if (reader.offsets() != OffsetUnit::bytes) {
    throw UsageError("the report was made with --offsets; only spans in bytes can be verified");
  }
  SourceBytes source;
  if (!report->sha256.empty()) source = files.read(*report);
  return Task{*std::move(report), std::move(source)};
}

}  // namespace

int run_verify(const Settings& settings) {
  if (settings.arguments.size() != 1) throw UsageError("verify needs one report");
  if (settings.compare.replay) return replay(settings);
  const std::string& name = settings.arguments.front();
  auto in = open_report(name);
  ReportReader reader(in, name);
  SourceFiles files = open_sources(settings);
  Totals totals;
  run_in_order(
      settings.jobs, [&] { return next_task(reader, files); }, verify,
      [&](const Verified& verified) {
        totals.add(verified);
        for (const VerifyProblem& problem : verified.result.problems) {
          write_problem(std::cout, verified.path, problem);
        }
      });
  write_totals(std::cout, totals);
  if (totals.documents > 0 && totals.found == 0) {
    std::cerr << "claimlint: no source was found; --root says what their paths are relative to\n";
  }
  return totals.problems == 0 ? kClean : kFindings;
}

}  // namespace claimlint::cli
