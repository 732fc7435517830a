// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

/// What a rule found in a corpus. Counted, not timed: the same on every machine.
struct RuleCost {
  std::string rule;
  std::size_t triggers = 0;  ///< where its trigger was found
  std::size_t reported = 0;  ///< of these, those that became claims
  [[nodiscard]] std::size_t in_vain() const { return triggers - reported; }
  friend bool operator==(const RuleCost&, const RuleCost&) = default;
};

/// A rule that never reports a sentence without another one doing so too.
struct RuleCompanion {
  std::string rule;
  std::string with;
  std::size_t sentences = 0;  ///< that both report
  friend bool operator==(const RuleCompanion&, const RuleCompanion&) = default;
};

/// How often rules must have reported for what they have in common to be more than chance.
inline constexpr std::size_t kCompanionSentences = 3;

/// Counts what the rules did in a corpus. The reports must be made with AuditOptions::with_vetoed.
class CLAIMLINT_EXPORT RuleUse {
 public:
  void add(const Report& report);

  /// Bytes of the sentences looked at.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  /// Those with most triggers in vain first, then by name.
  [[nodiscard]] std::vector<RuleCost> costs() const;
  /// By name; of rules that reported kCompanionSentences or more.
  [[nodiscard]] std::vector<RuleCompanion> companions() const;

 private:
  struct Counts {
    std::size_t triggers = 0;
    std::size_t reported = 0;
    std::size_t sentences = 0;
  };

  std::size_t bytes_ = 0;
  std::map<std::string, Counts> rules_;
  std::map<std::pair<std::string, std::string>, std::size_t> together_;  ///< in both orders
};

}  // namespace claimlint
