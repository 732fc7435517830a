// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace claimlint::cli {

/// The files of git work trees that differ from a revision, and those that git does not know and
/// is not told to ignore.
class ChangedFiles {
 public:
  /// `inputs`: files and folders whose work trees to ask. Throws UsageError for one that is in no
  /// work tree and for a revision that is not there, std::runtime_error where git cannot be run.
  ChangedFiles(const std::string& revision, const std::vector<std::string>& inputs);

  [[nodiscard]] bool contains(const std::filesystem::path& file) const;

 private:
  void add_work_tree(const std::string& top, const std::string& revision);
  void add_files(const std::filesystem::path& top, const std::string& names);

  std::set<std::filesystem::path> files_;  ///< without links on the way to them
};

}  // namespace claimlint::cli
