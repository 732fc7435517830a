// SPDX-License-Identifier: Apache-2.0
#include "claimlint/batch.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "document.hpp"
#include "walk.hpp"

namespace claimlint {
namespace {

/// How many documents may be under way for each thread. Reports that wait for a slow document
/// before them are held in memory; with fewer of them the other threads would wait too.
constexpr std::size_t kInFlightPerJob = 8;

constexpr unsigned kMaxJobs = 1024;

/// What passes from stage to stage; shared_ptr since TBB copies its tokens.
using FoundToken = std::shared_ptr<const batch::Found>;
using ReportToken = std::shared_ptr<const Report>;

void run_pipeline(std::size_t in_flight, const Auditor& auditor, const BatchOptions& options,
                  const std::function<void(const Report&)>& write) {
  batch::Walk walk(options.paths, options.standard_input != nullptr);
  const auto find = [&walk](tbb::flow_control& control) -> FoundToken {
    if (auto found = walk.next()) return std::make_shared<const batch::Found>(std::move(*found));
    control.stop();
    return nullptr;
  };
  const auto audit = [&](const FoundToken& found) -> ReportToken {
    return std::make_shared<const Report>(batch::audit_file(auditor, options, *found));
  };
  tbb::parallel_pipeline(
      in_flight,
      tbb::make_filter<void, FoundToken>(tbb::filter_mode::serial_in_order, find) &
          tbb::make_filter<FoundToken, ReportToken>(tbb::filter_mode::parallel, audit) &
          tbb::make_filter<ReportToken, void>(tbb::filter_mode::serial_in_order,
                                              [&](const ReportToken& report) { write(*report); }));
}

}  // namespace

Summary audit_paths(const Auditor& auditor, const BatchOptions& options, ReportWriter& writer,
                    const BatchObserver& observer) {
  Summary summary;
  writer.begin(auditor.tool());
  const auto write = [&](const Report& report) {
    summary.add(report);
    writer.document(report);
    if (observer) observer(report);
  };
  const int cores = tbb::info::default_concurrency();
  const unsigned wanted = options.jobs > 0 ? options.jobs : static_cast<unsigned>(cores);
  const unsigned jobs = std::min(wanted, kMaxJobs);
  // TBB gives an arena no more threads than there are cores unless it is told to.
  std::optional<tbb::global_control> more_threads;
  if (jobs > static_cast<unsigned>(cores)) {
    more_threads.emplace(tbb::global_control::max_allowed_parallelism, jobs);
  }
  tbb::task_arena arena(static_cast<int>(jobs));
  arena.execute([&] { run_pipeline(kInFlightPerJob * jobs, auditor, options, write); });
  writer.end(summary);
  return summary;
}

}  // namespace claimlint
