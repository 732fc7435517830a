// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/export.hpp"
#include "claimlint/lexicons.hpp"
#include "claimlint/source.hpp"

namespace claimlint {

/// What a stage of the audit took, over all documents.
struct StageTime {
  std::string stage;
  std::chrono::nanoseconds time{};
};

/// What looking for a rule took, over all documents: its trigger, and its `unless` where the
/// trigger was found. The clock is read for each try, which the time of cheap rules is mostly of.
struct RuleTime {
  std::string rule;
  std::uint64_t tries = 0;  ///< places where one of its expressions was tried
  std::uint64_t hits = 0;   ///< of these, those where it was found
  std::chrono::nanoseconds time{};
};

/// Where the time of an audit goes, for who writes rules or stages. Times are wall clock, of one
/// thread, and differ from run to run; tries and hits do not. Serves one thread.
class CLAIMLINT_EXPORT AuditProfile {
 public:
  explicit AuditProfile(Lexicons lexicons, AuditOptions options = {});
  AuditProfile(AuditProfile&&) noexcept;
  AuditProfile& operator=(AuditProfile&&) noexcept;
  ~AuditProfile();

  /// Audits a document, as Auditor does, and keeps nothing but the times. One that is not audited
  /// counts for nothing.
  void add(std::string_view bytes, const Source& source = {});

  [[nodiscard]] std::size_t documents() const;
  [[nodiscard]] std::size_t bytes() const;
  /// In the order they come in.
  [[nodiscard]] std::vector<StageTime> stages() const;
  /// Every rule that was tried, the longest first, then by name.
  [[nodiscard]] std::vector<RuleTime> rules() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimlint
