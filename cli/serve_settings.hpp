// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace claimlint::cli {

/// What the command line asks for about serving; null: as the server has it.
struct ServeSettings {
  std::optional<std::string> listen;
  std::vector<std::string> hosts;
  std::optional<std::string> token_file;
  std::optional<std::size_t> max_bytes;
  std::optional<unsigned> timeout;  ///< seconds
};

}  // namespace claimlint::cli
