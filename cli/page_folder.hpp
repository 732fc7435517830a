// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "settings.hpp"

namespace claimlint::cli {

/// The folder that pages are asked for in: `--format html --output FOLDER/`. Null: one file.
std::optional<std::filesystem::path> page_folder(const Settings& settings);

}  // namespace claimlint::cli
