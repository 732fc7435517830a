// SPDX-License-Identifier: Apache-2.0
#include "claimlint/diff.hpp"

#include <algorithm>

#include "commands.hpp"
#include "exit_codes.hpp"
#include "output_file.hpp"
#include "report_file.hpp"

namespace claimlint::cli {

int run_diff(const Settings& settings) {
  if (settings.arguments.size() != 2)
    throw UsageError("diff needs two reports, the older one first");
  const std::string& before = settings.arguments[0];
  const std::string& after = settings.arguments[1];
  auto old_report = open_report(before);
  auto new_report = open_report(after);
  OutputFile output(settings.output);
  const auto format =
      std::ranges::find(diff_formats(), settings.format.value_or("text"), &DiffFormat::name);
  const auto writer = format->writer(output.stream());
  const DiffTotals totals = diff_reports({old_report, before}, {new_report, after}, *writer);
  output.commit();
  if (totals.less_complete > 0 && !settings.allow_incomplete) return kIncomplete;
  return has_findings(totals.worse, settings.fail_on) ? kFindings : kClean;
}

}  // namespace claimlint::cli
