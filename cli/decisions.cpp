// SPDX-License-Identifier: Apache-2.0
#include "decisions.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <ostream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include "claimlint/pages.hpp"
#include "claimlint/suggest.hpp"
#include "page_folder.hpp"
#include "terminal.hpp"

namespace claimlint::cli {
namespace {

std::string system_day() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day day(now);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text;
}

std::ifstream open(const std::string& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  // A folder opens, and fails with the first byte.
  if (in) in.peek();
  if (in.bad() || !in.is_open()) {
    throw std::runtime_error(file + ": " + std::generic_category().message(errno));
  }
  in.clear();
  return in;
}

std::string place_of(const std::string& file, std::size_t line) {
  return printable(file) + ":" + std::to_string(line) + ": ";
}

Decisions read_file(const std::string& file, const std::string& today) {
  std::ifstream in = open(file);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  try {
    return Decisions::read(bytes, today);
  } catch (const DecisionError& error) {
    std::string message;
    for (const DecisionProblem& problem : error.problems()) {
      message.append(message.empty() ? "" : "\n");
      message += place_of(file, problem.line) + problem.message;
    }
    throw std::runtime_error(message);
  } catch (const std::invalid_argument& error) {
    throw UsageError(std::string("--today: ") + error.what());
  }
}

Baseline read_baseline(const std::string& file) {
  std::ifstream in = open(file);
  try {
    return Baseline::read(in);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(file + ": " + error.what());
  }
}

bool decides(const AuditOptions& options) {
  return options.decisions || options.baseline || options.inline_decisions;
}

std::string percent(double share) {
  char text[16];
  std::snprintf(text, sizeof text, "%5.1f %%", share * 100);
  return text;
}

void write_row(std::ostream& out, const LedgerRow& row, std::size_t width) {
  const Proportion precision = proportion(row.accepted, row.decided());
  char counts[64];
  std::snprintf(counts, sizeof counts, "%9zu %9zu   ", row.accepted, row.dismissed);
  std::string rule = row.rule.empty() ? "(no rule given)" : row.rule;
  rule.resize(std::max(rule.size(), width), ' ');
  out << rule << counts << percent(precision.share) << "   " << percent(precision.low) << " to "
      << percent(precision.high) << '\n';
}

}  // namespace

void read_decisions(Settings& settings) {
  const DecisionSettings& wanted = settings.decisions;
  const std::string today = wanted.today ? *wanted.today : system_day();
  if (wanted.file) {
    settings.audit.decisions = std::make_shared<const Decisions>(read_file(*wanted.file, today));
  }
  if (wanted.baseline) {
    settings.audit.baseline = std::make_shared<const Baseline>(read_baseline(*wanted.baseline));
  }
}

std::unique_ptr<ReportWriter> make_writer(const Settings& settings, const OutputFormat& format,
                                          std::ostream& out, const OutputOptions& options,
                                          const Lexicons& lexicons) {
  if (settings.decisions.suggest) {
    if (settings.format) throw UsageError("--suggest has a form of its own: --format has no use");
    return suggestion_writer(out, options, lexicons, settings.decisions.suggest_below);
  }
  const auto pages = page_folder(settings);
  std::unique_ptr<ReportWriter> writer =
      pages ? review_folder_writer(*pages, options) : format.writer(out, options);
  const bool shown = settings.audit.with_vetoed || format.tells_decided;
  if (shown || !decides(settings.audit)) return writer;
  return undecided_writer(std::move(writer));
}

void write_tally(std::ostream& out, const Settings& settings, const DecisionTally& tally) {
  const std::string file = settings.decisions.file.value_or("");
  for (const RecordedDecision* const decision : tally.expired()) {
    out << place_of(file, decision->line) << "the decision on " << printable(decision->claim)
        << " expired on " << printable(decision->expires.value_or("")) << '\n';
  }
  for (const RecordedDecision* const decision : tally.unused()) {
    out << place_of(file, decision->line) << "no claim is " << printable(decision->claim)
        << ": this decision was not used\n";
  }
  if (settings.quiet || !decides(settings.audit)) return;
  out << "claims not counted: " << tally.dismissed() << " dismissed, " << tally.inline_dismissed()
      << " by the articles themselves, " << tally.in_baseline() << " in the baseline; "
      << tally.accepted() << " accepted\n";
}

void write_ledger(std::ostream& out, const Settings& settings) {
  const std::vector<LedgerRow> rows = ledger(
      read_file(*settings.decisions.ledger, settings.decisions.today.value_or(system_day())));
  std::string heading = "rule";
  std::size_t width = std::string_view("(no rule given)").size();
  LedgerRow all;
  for (const LedgerRow& row : rows) {
    width = std::max(width, row.rule.size());
    all.accepted += row.accepted;
    all.dismissed += row.dismissed;
  }
  heading.resize(width, ' ');
  out << heading << " accepted dismissed   precision   95 % interval\n";
  for (const LedgerRow& row : rows) write_row(out, row, width);
  all.rule = "all";
  write_row(out, all, width);
}

}  // namespace claimlint::cli
