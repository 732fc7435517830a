// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <istream>
#include <optional>
#include <string>

namespace claimlint::cli {

/// Paths of a file or of standard input, read as they are asked for.
class FileList {
 public:
  /// `name`: a file, or `-`. Throws std::runtime_error where it cannot be read.
  FileList(const std::string& name, bool null_ends);
  FileList(const FileList&) = delete;
  FileList& operator=(const FileList&) = delete;

  /// Null after the last. Throws std::runtime_error.
  std::optional<std::filesystem::path> next();

 private:
  std::string name_;
  char end_;
  std::ifstream file_;
  std::istream* in_;
};

}  // namespace claimlint::cli
