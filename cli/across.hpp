// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "claimlint/across.hpp"
#include "claimlint/batch.hpp"
#include "settings.hpp"

namespace claimlint::cli {

/// What an audit says of its documents together, and beside those of another run.
class Across {
 public:
  /// Throws where there is a reference that cannot be read, or no room for a temporary file.
  explicit Across(const Settings& settings);

  /// Must outlive the batch.
  void attach(BatchOptions& batch);

  void add(const Report& report);

  /// The same for reports that come from elsewhere.
  void complete(Report& report) const;
  void complete(Summary& summary);

  /// Names what of this decides the bytes of a report.
  [[nodiscard]] std::string output_key() const;

 private:
  std::optional<AcrossDocuments> documents_;
  std::optional<ReferenceRisks> reference_;
};

}  // namespace claimlint::cli
