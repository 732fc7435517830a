// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace claimlint::cli {

/// What the command line says of comparing documents and audits.
struct CompareSettings {
  bool clusters = false;
  std::optional<std::string> reference;  ///< a report
  std::string root = ".";                ///< what the paths of a report are relative to
  bool replay = false;
};

}  // namespace claimlint::cli
