// SPDX-License-Identifier: Apache-2.0
#include "kept_text.hpp"

#include <fstream>
#include <stdexcept>

namespace claimlint::cli {

namespace fs = std::filesystem;

void KeptText::keep(const Report& report) {
  if (folder_.empty() || report.coordinates != "extracted") return;
  // Report paths come from arguments and folders: nothing in one may lead out of the folder.
  const fs::path below = fs::path(report.path + ".txt").lexically_normal().relative_path();
  if (below.begin() != below.end() && *below.begin() == "..") {
    throw std::runtime_error(report.path + ": no file name for its text");
  }
  const fs::path target = folder_ / below;
  if (!kept_.insert(target).second) {
    throw std::runtime_error(target.string() + ": two documents have this name");
  }
  fs::create_directories(target.parent_path());
  std::ofstream file(target, std::ios::binary);
  file.write(report.extracted.data(), static_cast<std::streamsize>(report.extracted.size()));
  file.close();
  if (!file) throw std::runtime_error(target.string() + ": cannot be written");
}

}  // namespace claimlint::cli
