// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
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
    // A limit as good as none is one still when it is added to the time now.
    constexpr std::chrono::milliseconds kLongest = std::chrono::hours(24 * 365);
    if (limits.time) end_ = Clock::now() + std::min(*limits.time, kLongest);
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
