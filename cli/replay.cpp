// SPDX-License-Identifier: Apache-2.0
#include "replay.hpp"

#include <algorithm>
#include <iostream>
#include <optional>
#include <sstream>
#include <utility>

#include "across.hpp"
#include "claimlint/report_reader.hpp"
#include "claimlint/source_files.hpp"
#include "decisions.hpp"
#include "in_order.hpp"
#include "report_file.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace claimlint::cli {
namespace {

/// Bytes shown on either side of the first difference.
constexpr std::size_t kShown = 40;

struct Task {
  Report report;
  std::string text;  ///< as the report has it
  SourceBytes source;
};

struct Replayed {
  Report report;
  std::string difference;  ///< empty where there is none
};

std::optional<Tool> tool_of(const std::string& name) {
  auto in = open_report(name);
  ReportReader reader(in, name);
  while (!reader.tool() && reader.next()) {
  }
  return reader.tool();
}

void require_same(const char* what, const std::string& theirs, const std::string& ours) {
  if (theirs == ours) return;
  throw UsageError(std::string("the report was made with other ") + what + ": it has " +
                   (theirs.empty() ? "none" : theirs) + ", here are " + ours);
}

void require_same(const Tool& theirs, const Tool& ours) {
  require_same("versions of claimlint", theirs.version, ours.version);
  require_same("lexicons", theirs.lexicons, ours.lexicons);
  require_same("versions of ICU", theirs.icu, ours.icu);
  require_same("versions of Unicode", theirs.unicode, ours.unicode);
  require_same("versions of RE2", theirs.re2, ours.re2);
  require_same("options (give verify those of the audit)", theirs.configuration,
               ours.configuration);
}

/// "at byte 120: the report has `...`, the replay `...`"
std::string difference_of(std::string_view theirs, std::string_view ours) {
  const auto [here, there] = std::ranges::mismatch(theirs, ours);
  if (here == theirs.end() && there == ours.end()) return {};
  const auto at = static_cast<std::size_t>(here - theirs.begin());
  const std::size_t begin = at - std::min(at, kShown);
  const auto shown = [begin](std::string_view text) {
    return "`" + printable(text.substr(begin, 2 * kShown)) + "`";
  };
  return "differs at byte " + std::to_string(at) + ": the report has " + shown(theirs) +
         ", the replay " + shown(ours);
}

class Replay {
 public:
  Replay(const Settings& settings, const OutputFormat& format)
      : settings_(settings),
        auditor_(make_auditor(settings)),
        across_(settings),
        writer_(make_writer(
            settings, format, nowhere_,
            {settings.sentences, false, settings.at_least, settings.offsets, &auditor_.lexicons()},
            auditor_.lexicons())) {}

  [[nodiscard]] const Auditor& auditor() const { return auditor_; }

  /// Called from any thread.
  [[nodiscard]] Replayed run(const Task& task) const {
    if (task.report.sha256.empty()) return {task.report, {}};
    if (!task.source.trouble.empty()) return {task.report, task.source.trouble};
    Source source{.path = task.report.path, .origin = task.report.source};
    source.format = settings_.input_format;
    Report report = auditor_.audit(task.source.bytes, source);
    report.path_bytes = task.report.path_bytes;
    across_.complete(report);
    std::string text = writer_->rendered(report).value_or("");
    if (text.ends_with('\n')) text.pop_back();  // it ends the line, not the document
    std::string difference = difference_of(task.text, text);
    return {std::move(report), std::move(difference)};
  }

  void use(const Replayed& replayed) {
    ++documents_;
    summary_.add(replayed.report);
    across_.add(replayed.report);
    if (replayed.difference.empty()) return;
    ++different_;
    std::cout << printable(replayed.report.path) << ": " << replayed.difference << '\n';
  }

  int finish(const std::optional<Summary>& theirs) {
    across_.complete(summary_);
    const bool same_totals = theirs && *theirs == summary_;
    if (different_ == 0 && !same_totals) std::cout << "the summary: its totals are others\n";
    std::cout << documents_ << " documents audited again: ";
    if (different_ == 0 && same_totals) {
      std::cout << "the same bytes\n";
      return kClean;
    }
    std::cout << different_ << " differ\n";
    return kFindings;
  }

 private:
  const Settings& settings_;
  Auditor auditor_;
  Across across_;
  std::ostringstream nowhere_;
  std::unique_ptr<ReportWriter> writer_;
  Summary summary_;
  std::size_t documents_ = 0;
  std::size_t different_ = 0;
};

}  // namespace

int replay(const Settings& settings) {
  const std::string& name = settings.arguments.front();
  const auto tool = tool_of(name);
  auto in = open_report(name);
  ReportReader reader(in, name);
  SourceFiles files = open_sources(settings);
  auto first = reader.next();
  Replay again(settings, *find_output_format(reader.format()));
  if (tool) require_same(*tool, again.auditor().tool());
  const auto next = [&]() -> std::optional<Task> {
    auto report = first ? std::exchange(first, std::nullopt) : reader.next();
    if (!report) return std::nullopt;
    SourceBytes source;
    if (!report->sha256.empty()) source = files.read(*report);
    return Task{*std::move(report), std::string(reader.text()), std::move(source)};
  };
  run_in_order(
      settings.jobs, next, [&](const Task& task) { return again.run(task); },
      [&](const Replayed& replayed) { again.use(replayed); });
  return again.finish(reader.summary());
}

}  // namespace claimlint::cli
