// SPDX-License-Identifier: Apache-2.0
#include "page_folder.hpp"

namespace claimlint::cli {

std::optional<std::filesystem::path> page_folder(const Settings& settings) {
  const bool names_folder = settings.output && settings.output->ends_with('/');
  if (!names_folder || settings.format != "html" || settings.decisions.suggest) return std::nullopt;
  return std::filesystem::path(*settings.output);
}

}  // namespace claimlint::cli
