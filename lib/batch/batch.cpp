// SPDX-License-Identifier: Apache-2.0
#include "claimlint/batch.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "claimlint/store.hpp"
#include "document.hpp"
#include "text/digest.hpp"
#include "walk.hpp"

namespace claimlint {
namespace {

/// How many documents may be under way for each thread. Reports that wait for a slow document
/// before them are held in memory; with fewer of them the other threads would wait too.
constexpr std::size_t kInFlightPerJob = 8;

constexpr unsigned kMaxJobs = 1024;

/// What passes from stage to stage; shared_ptr since TBB copies its tokens.
using FoundToken = std::shared_ptr<const batch::Found>;
using DoneToken = std::shared_ptr<batch::Done>;

void run_pipeline(std::size_t in_flight, const BatchOptions& options, batch::Desk& desk,
                  const std::function<void(batch::Done&)>& write) {
  batch::Walk walk(options);
  const auto find = [&walk](tbb::flow_control& control) -> FoundToken {
    if (auto found = walk.next()) return std::make_shared<const batch::Found>(std::move(*found));
    control.stop();
    return nullptr;
  };
  const auto process = [&desk](const FoundToken& found) {
    return std::make_shared<batch::Done>(desk.process(*found));
  };
  tbb::parallel_pipeline(
      in_flight,
      tbb::make_filter<void, FoundToken>(tbb::filter_mode::serial_in_order, find) &
          tbb::make_filter<FoundToken, DoneToken>(tbb::filter_mode::parallel, process) &
          tbb::make_filter<DoneToken, void>(tbb::filter_mode::serial_in_order,
                                            [&](const DoneToken& done) { write(*done); }));
}

/// Takes the documents in their order.
class Delivery {
 public:
  Delivery(const BatchOptions& options, ReportWriter& writer, const BatchObserver& observer)
      : options_(options), writer_(writer), observer_(observer) {}

  void take(batch::Done& done) {
    summary_.add(done.report);
    if (done.rendered) {
      writer_.document_rendered(done.report, *done.rendered);
    } else {
      writer_.document(done.report);
    }
    if (observer_) observer_(done.report);
    if (options_.store != nullptr) keep(done);
    ++documents_;
  }

  Summary end() {
    if (options_.complete_summary) options_.complete_summary(summary_);
    writer_.end(summary_);
    return std::move(summary_);
  }

 private:
  void keep(batch::Done& done) {
    if (done.known != 0) done.rendered.reset();
    options_.store->add({.ordinal = documents_,
                         .key = std::move(done.key),
                         .output = options_.store_output,
                         .report = std::move(done.kept),
                         .rendered = std::move(done.rendered),
                         .known = done.known});
  }

  const BatchOptions& options_;
  ReportWriter& writer_;
  const BatchObserver& observer_;
  Summary summary_;
  std::size_t documents_ = 0;
};

}  // namespace

Tool tool_of(const Auditor& auditor, const BatchOptions& options) {
  Tool tool = auditor.tool();
  if (!options.configuration.empty()) {
    tool.configuration = text::sha256(tool.configuration + options.configuration);
  }
  return tool;
}

Summary audit_paths(const Auditor& auditor, const BatchOptions& options, ReportWriter& writer,
                    const BatchObserver& observer) {
  writer.begin(tool_of(auditor, options));
  batch::Desk desk(auditor, options, writer);
  Delivery delivery(options, writer, observer);
  const int cores = tbb::info::default_concurrency();
  const unsigned wanted = options.jobs > 0 ? options.jobs : static_cast<unsigned>(cores);
  const unsigned jobs = std::min(wanted, kMaxJobs);
  // TBB gives an arena no more threads than there are cores unless it is told to.
  std::optional<tbb::global_control> more_threads;
  if (jobs > static_cast<unsigned>(cores)) {
    more_threads.emplace(tbb::global_control::max_allowed_parallelism, jobs);
  }
  tbb::task_arena arena(static_cast<int>(jobs));
  arena.execute([&] {
    run_pipeline(kInFlightPerJob * jobs, options, desk,
                 [&](batch::Done& done) { delivery.take(done); });
  });
  return delivery.end();
}

}  // namespace claimlint
