// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "claimlint/batch.hpp"
#include "claimlint/run_record.hpp"
#include "claimlint/store.hpp"
#include "settings.hpp"

namespace claimlint::cli {

/// Keeps what a run does and did: in the store, and in the record beside the report.
class RunLog {
 public:
  /// Throws StoreError.
  RunLog(const Settings& settings, const Tool& tool);

  /// `output` names the form of the report. Must outlive the batch.
  void attach(BatchOptions& batch, std::string output);

  /// To be called when the report is in place. Throws std::runtime_error.
  void finish(const Summary& summary, int exit_code);

 private:
  RunRecord record_;
  std::optional<std::string> report_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::optional<Store> store_;
};

}  // namespace claimlint::cli
