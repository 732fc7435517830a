// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace claimlint::cli {

/// What the command line says of decisions.
struct DecisionSettings {
  std::optional<std::string> file;      ///< of decisions
  std::optional<std::string> baseline;  ///< a report
  std::optional<std::string> today;     ///< null: the system's day
  std::optional<std::string> ledger;    ///< a file of decisions
  bool suggest = false;
  std::optional<double> suggest_below;
};

}  // namespace claimlint::cli
