// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <optional>

#include "claimlint/auditor.hpp"
#include "claimlint/profile.hpp"
#include "settings.hpp"

namespace claimlint::cli {

/// Where the time of a batch goes, where the settings ask for it.
class Profile {
 public:
  Profile(const Settings& settings, const Auditor& auditor);

  /// The report must have its text (AuditOptions::with_text).
  void add(const Report& report);

  void write(std::ostream& out) const;

 private:
  std::optional<AuditProfile> profile_;
};

}  // namespace claimlint::cli
