// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace claimlint::cli {

/// Runs a program of the PATH, without a shell, and waits for it; gives what it writes to standard
/// output. Null where it ends with another code than 0. Throws std::runtime_error where it cannot
/// be run.
std::optional<std::string> output_of(std::vector<std::string> words);

}  // namespace claimlint::cli
