// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "claimlint/report.hpp"

namespace claimlint::cli {

/// Keeps the text of documents whose report speaks of extracted text, so that its spans can be
/// looked up: DIR/PATH.txt for each.
class KeptText {
 public:
  /// Null keeps nothing.
  explicit KeptText(const std::optional<std::string>& folder) : folder_(folder.value_or("")) {}

  /// Throws where the file cannot be written, or two documents would be written to the same one.
  void keep(const Report& report);

 private:
  std::filesystem::path folder_;
  std::set<std::filesystem::path> kept_;
};

}  // namespace claimlint::cli
