// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/report.hpp"

/// What reviewers decided of claims, kept apart from the articles; docs/decisions.md. Everything
/// here but DecisionTally is immutable and may be used from any number of threads.
namespace claimlint {

/// One entry of a decisions file. Days are YYYY-MM-DD.
struct RecordedDecision {
  std::string claim;   ///< id of the claim
  std::string action;  ///< accept or dismiss
  std::string reason;  ///< never empty where the action is dismiss
  std::string by;      ///< empty where the file does not say
  std::optional<std::string> at;
  std::optional<std::string> expires;  ///< the day from which it no longer holds
  std::optional<std::string> type;     ///< of the claim, as are `rule` and `text`
  std::optional<std::string> rule;
  std::optional<std::string> text;
  std::size_t line = 0;  ///< in its file, 1-based
  friend bool operator==(const RecordedDecision&, const RecordedDecision&) = default;
};

/// One thing wrong in a decisions file.
struct DecisionProblem {
  std::size_t line = 0;  ///< 1-based
  std::string message;   ///< begins with the place: "decisions[3].reason: ..."
  friend bool operator==(const DecisionProblem&, const DecisionProblem&) = default;
};

/// Thrown by Decisions::read with every problem found, never only the first.
class CLAIMLINT_EXPORT DecisionError : public std::runtime_error {
 public:
  explicit DecisionError(std::vector<DecisionProblem> problems);
  [[nodiscard]] const std::vector<DecisionProblem>& problems() const { return problems_; }

 private:
  std::vector<DecisionProblem> problems_;
};

/// The decisions of one file, as they hold on one day.
class CLAIMLINT_EXPORT Decisions {
 public:
  /// Reads {"schema":1,"decisions":[{"claim":...,"action":...},...]}. `today` is compared with what
  /// expires; the library knows no clock. Throws DecisionError; std::invalid_argument where `today`
  /// is no day.
  static Decisions read(std::string_view json, std::string_view today);

  /// All of them, in the order of the file, expired ones too.
  [[nodiscard]] const std::vector<RecordedDecision>& entries() const { return entries_; }

  /// Whether it holds today.
  [[nodiscard]] bool holds(const RecordedDecision& decision) const;

  /// The decision that holds of this claim; null where there is none.
  [[nodiscard]] const RecordedDecision* find(std::string_view claim) const;

  /// Index in entries() of what is recorded of this claim, whether it holds or not.
  [[nodiscard]] std::optional<std::size_t> index_of(std::string_view claim) const;

  /// SHA-256 of what holds: equal for files that decide the same.
  [[nodiscard]] std::string sha256() const;

 private:
  Decisions(std::vector<RecordedDecision> entries, std::string today);
  std::vector<RecordedDecision> entries_;
  std::string today_;
  std::unordered_map<std::string, std::size_t> by_claim_;
};

/// The claims of an earlier audit that counted there.
class CLAIMLINT_EXPORT Baseline {
 public:
  /// Reads a report in the format json or jsonl as it comes, so that its size does not matter.
  /// Throws std::runtime_error where it is malformed or no report.
  static Baseline read(std::istream& report);

  [[nodiscard]] bool contains(std::string_view claim) const;
  [[nodiscard]] std::size_t size() const { return ids_.size(); }
  [[nodiscard]] std::string sha256() const;  ///< of the ids

 private:
  using Id = std::pair<std::uint64_t, std::uint64_t>;
  explicit Baseline(std::vector<Id> ids);
  std::vector<Id> ids_;  ///< sorted
};

/// Counts over a batch what decisions and baseline did to its reports. Either may be null. Not
/// thread-safe: made for a BatchObserver.
class CLAIMLINT_EXPORT DecisionTally {
 public:
  DecisionTally(std::shared_ptr<const Decisions> decisions,
                std::shared_ptr<const Baseline> baseline);

  void add(const Report& report);

  [[nodiscard]] std::size_t accepted() const { return accepted_; }        ///< claims
  [[nodiscard]] std::size_t dismissed() const { return dismissed_; }      ///< by the file
  [[nodiscard]] std::size_t inline_dismissed() const { return inline_; }  ///< by the articles
  [[nodiscard]] std::size_t in_baseline() const { return in_baseline_; }  ///< claims
  [[nodiscard]] std::vector<const RecordedDecision*> unused() const;   ///< hold, and met no claim
  [[nodiscard]] std::vector<const RecordedDecision*> expired() const;  ///< no longer hold

 private:
  void add(const Claim& claim);
  std::shared_ptr<const Decisions> decisions_;
  std::shared_ptr<const Baseline> baseline_;
  std::vector<bool> used_;
  std::size_t accepted_ = 0;
  std::size_t dismissed_ = 0;
  std::size_t inline_ = 0;
  std::size_t in_baseline_ = 0;
};

/// Takes claims out of a report that do not count by a decision or the baseline.
CLAIMLINT_EXPORT void remove_decided(Report& report);

/// Writes reports as `writer` does, without what remove_decided() takes out.
CLAIMLINT_EXPORT std::unique_ptr<ReportWriter> undecided_writer(
    std::unique_ptr<ReportWriter> writer);

/// What reviewers say of the claims of one rule.
struct LedgerRow {
  std::string rule;  ///< empty for the decisions that do not say
  std::size_t accepted = 0;
  std::size_t dismissed = 0;
  [[nodiscard]] std::size_t decided() const { return accepted + dismissed; }
  friend bool operator==(const LedgerRow&, const LedgerRow&) = default;
};

/// A share with the limits of its 95 % confidence interval.
struct Proportion {
  double share = 0;
  double low = 0;
  double high = 1;
};

/// By rule, over all decisions of a file, expired ones too: they judged what the rule found.
CLAIMLINT_EXPORT std::vector<LedgerRow> ledger(const Decisions& decisions);

/// By Wilson's score interval, which holds for few trials and for shares near 0 and 1. Nothing is
/// known where there are no trials.
CLAIMLINT_EXPORT Proportion proportion(std::size_t successes, std::size_t trials);

}  // namespace claimlint
