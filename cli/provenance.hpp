// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "claimlint/batch.hpp"
#include "claimlint/manifest.hpp"
#include "settings.hpp"

namespace claimlint::cli {

/// What a manifest says of the articles of a batch, and which it names that are not there.
class Provenance {
 public:
  /// Throws std::runtime_error where there is a manifest that cannot be read.
  explicit Provenance(const Settings& settings);

  /// Must outlive the batch.
  void attach(BatchOptions& batch) const;

  void seen(const Report& report) { unseen_.erase(report.path); }

  /// Says on standard error which paths no article had.
  void finish() const;

 private:
  std::string name_;
  Manifest manifest_;
  std::set<std::string, std::less<>> unseen_;
};

}  // namespace claimlint::cli
