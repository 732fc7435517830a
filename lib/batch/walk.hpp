// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace claimlint::batch {

/// A file to audit, or a path that cannot be one.
struct Found {
  std::filesystem::path file;
  std::string path;                    ///< for the report: relative to the argument, `/`-separated
  std::optional<std::string> trouble;  ///< why there is nothing to read
  bool standard_input = false;         ///< read that instead of the file
};

/// Goes through files and folders in their order, one at a time; folders by name, bytewise. Holds
/// only the names of the folders it is in.
class Walk {
 public:
  /// `dash_is_input`: the argument "-" is no file but the standard input.
  explicit Walk(std::vector<std::filesystem::path> paths, bool dash_is_input = false);

  /// Null after the last.
  std::optional<Found> next();

 private:
  struct Folder {
    std::filesystem::path canonical;
    std::string prefix;                          ///< of the report paths below it
    std::vector<std::filesystem::path> entries;  ///< backwards: the next one is the last
  };

  Found standard_input();
  std::optional<Found> visit_argument(const std::filesystem::path& argument);
  std::optional<Found> visit_entry(const std::filesystem::path& entry, const std::string& prefix);
  std::optional<Found> enter(const std::filesystem::path& folder, const std::string& name,
                             const std::string& prefix);

  std::vector<std::filesystem::path> arguments_;
  bool dash_is_input_;
  bool input_given_ = false;
  std::size_t next_argument_ = 0;
  std::vector<Folder> chain_;
};

}  // namespace claimlint::batch
