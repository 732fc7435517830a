// SPDX-License-Identifier: Apache-2.0
#include "run_log.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <filesystem>
#include <utility>

#include "output_file.hpp"

namespace claimlint::cli {
namespace {

namespace fs = std::filesystem;

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&time, &utc);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

double seconds_of(const timeval& time) {
  constexpr double kMicroseconds = 1e6;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / kMicroseconds;
}

void add_usage(RunRecord& record) {
  rusage usage{};
  if (getrusage(RUSAGE_SELF, &usage) != 0) return;
  constexpr std::size_t kKilobyte = 1024;
  record.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  record.peak_memory = static_cast<std::size_t>(usage.ru_maxrss) * kKilobyte;
}

/// Counting what decisions did, and gathering claims that are alike, need the claims of documents
/// that are not audited again; everything else is spared reading them.
StoredClaims claims_for(const Settings& settings) {
  const AuditOptions& audit = settings.audit;
  const bool needed =
      audit.decisions || audit.baseline || audit.inline_decisions || settings.compare.clusters;
  return needed ? StoredClaims::read : StoredClaims::leave;
}

/// Devices and pipes have no place for a record.
bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

}  // namespace

RunLog::RunLog(const Settings& settings, const Tool& tool) : report_(settings.output) {
  record_.started = now();
  record_.host = host_name();
  record_.arguments = settings.store.command_line;
  record_.tool = tool;
  if (!settings.store.store) return;
  store_.emplace(*settings.store.store, claims_for(settings));
  store_->begin_run({record_.started, tool, record_.arguments});
}

void RunLog::attach(BatchOptions& batch, std::string output) {
  if (!store_) return;
  batch.store = &*store_;
  batch.store_output = std::move(output);
}

void RunLog::finish(const Summary& summary, int exit_code) {
  record_.finished = now();
  if (store_) store_->finish_run(record_.finished);
  if (!report_ || !is_file(*report_)) return;
  record_.report = fs::path(*report_).filename().string();
  record_.summary = summary;
  record_.reused = store_ ? store_->reused() : 0;
  record_.exit_code = exit_code;
  record_.wall_seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
  add_usage(record_);
  OutputFile file(*report_ + ".run.json");
  write_run_record(file.stream(), record_);
  file.commit();
}

}  // namespace claimlint::cli
