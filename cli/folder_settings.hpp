// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace claimlint::cli {

class Configuration;

/// What the command line says of which files to audit, and of its configuration file.
struct FolderSettings {
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::optional<std::string> files_from;
  bool null = false;  ///< file names of `files_from` end with a NUL
  std::optional<std::string> changed_since;
  std::optional<std::string> config;
  bool no_config = false;
  std::shared_ptr<const Configuration> configuration;  ///< the file in use; null: none
};

}  // namespace claimlint::cli
