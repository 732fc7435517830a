// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace claimlint::cli {

/// What the command line asks for about results that are kept, and where articles come from.
struct StoreSettings {
  std::optional<std::string> store;
  std::optional<std::string> manifest;
  std::vector<std::string> command_line;  ///< as it was given, without the program's name
};

}  // namespace claimlint::cli
