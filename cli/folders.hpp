// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "changed_files.hpp"
#include "claimlint/batch.hpp"
#include "file_list.hpp"
#include "settings.hpp"

namespace claimlint::cli {

/// Which files the command line asks for.
class Folders {
 public:
  /// Throws UsageError for a command line that makes no sense, std::runtime_error for a list that
  /// cannot be read.
  explicit Folders(const Settings& settings);

  /// Must outlive the batch.
  void attach(BatchOptions& batch);

 private:
  const Settings* settings_;
  std::optional<FileList> list_;
  std::optional<ChangedFiles> changed_;
};

}  // namespace claimlint::cli
