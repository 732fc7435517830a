// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"

namespace claimlint::server {

struct ServeOptions {
  std::string listen = "127.0.0.1:8080";  ///< address and port; port 0 is any that is free
  std::vector<std::string> hosts;         ///< further names it goes by
  std::optional<std::filesystem::path> store;
  std::optional<std::filesystem::path> token_file;
  std::size_t max_bytes = std::size_t{16} << 20;  ///< of an article
  std::chrono::seconds timeout{10};
  unsigned jobs = 0;   ///< threads that answer; 0 means one for each core
  bool quiet = false;  ///< says nothing of single requests
};

/// Serves until it is told to stop by SIGINT or SIGTERM. Throws std::runtime_error where it cannot
/// begin.
void serve(const Auditor& auditor, const ServeOptions& options);

}  // namespace claimlint::server
