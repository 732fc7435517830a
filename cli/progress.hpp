// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>
#include <thread>

#include "claimlint/batch.hpp"
#include "claimlint/report.hpp"

namespace claimlint::cli {

/// How far a batch is.
struct Pace {
  std::size_t documents = 0;
  std::size_t expected = 0;  ///< 0: not known
  std::size_t claims = 0;
  std::size_t bytes = 0;
  std::chrono::duration<double> elapsed{};
};

/// "12 of 480 documents, 7 claims, 35/s, 0.6 MB/s, 0:13 left"
std::string to_string(const Pace& pace);

/// What standard error says while a batch runs: a line that counts, on a terminal, and a message
/// for each document that was not audited in full.
class Progress {
 public:
  Progress(bool counts, bool messages);

  /// Counts what is to come beside the audit, so that the line can say how long it takes.
  /// `options` must outlive this.
  void expect(const BatchOptions& options);

  void report(const Report& report);
  void finish();

 private:
  using Clock = std::chrono::steady_clock;

  void erase();
  void count();

  bool counts_;
  bool messages_;
  bool shown_ = false;
  Pace pace_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point last_{};
  std::atomic<std::size_t> expected_{0};
  std::jthread counter_;  // The last, since it uses the others.
};

}  // namespace claimlint::cli
