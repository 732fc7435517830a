// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/batch.hpp"
#include "configuration.hpp"
#include "settings.hpp"

namespace claimlint::cli {

/// The auditors of a configuration file's overrides: one for each set of them that documents ask
/// for together.
class PathAuditors {
 public:
  /// Both must outlive it. Throws ConfigurationError for an override that no auditor accepts.
  PathAuditors(const Settings& settings, const Auditor& auditor);

  /// Must outlive the batch. What `batch.describe` is before is asked first.
  void attach(BatchOptions& batch);

 private:
  struct ForPath {
    std::unique_ptr<const Auditor> auditor;
    std::optional<std::string> format;
  };

  [[nodiscard]] ForPath make(const std::vector<bool>& active) const;
  const ForPath& for_path(std::string_view path);
  [[nodiscard]] std::string description() const;

  const Settings* settings_;
  const Auditor* auditor_;
  std::mutex mutex_;
  std::map<std::vector<bool>, ForPath> made_;  ///< by which overrides are active
};

}  // namespace claimlint::cli
