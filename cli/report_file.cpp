// SPDX-License-Identifier: Apache-2.0
#include "report_file.hpp"

#include <filesystem>
#include <stdexcept>

namespace claimlint::cli {

std::ifstream open_report(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path)) {
    throw std::runtime_error(path + ": cannot be read");
  }
  return in;
}

SourceFiles open_sources(const Settings& settings) {
  const auto& most = settings.audit.limits.bytes;
  return most ? SourceFiles(settings.compare.root, *most) : SourceFiles(settings.compare.root);
}

}  // namespace claimlint::cli
