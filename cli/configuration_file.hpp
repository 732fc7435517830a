// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "configuration.hpp"

namespace claimlint::cli {

struct ConfigurationFile {
  std::vector<ConfiguredOption> options;
  std::vector<Override> overrides;
};

/// Reads a file whose keys are names of `flags`. Relative names of files in it are taken from its
/// folder. Throws ConfigurationError that names all keys that are unknown and all values of a wrong
/// type.
ConfigurationFile read_configuration_file(const std::string& file, const std::vector<Flag>& flags);

}  // namespace claimlint::cli
