// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <utility>

#include "claimlint/auditor.hpp"

namespace claimlint {

/// How long one audit may still go on. The clock is read only where time is limited.
class Allowance {
 public:
  using Clock = std::chrono::steady_clock;

  Allowance(const AuditLimits& limits, std::stop_token stop) : stop_(std::move(stop)) {
    if (limits.time) end_ = Clock::now() + *limits.time;
  }

  [[nodiscard]] bool cancelled() const { return stop_.stop_requested(); }
  [[nodiscard]] bool timed() const { return end_.has_value(); }
  /// Only where time is limited.
  [[nodiscard]] Clock::duration left() const { return *end_ - Clock::now(); }
  [[nodiscard]] bool spent() const {
    return cancelled() || (end_ && left() <= Clock::duration::zero());
  }

 private:
  std::stop_token stop_;
  std::optional<Clock::time_point> end_;
};

}  // namespace claimlint
