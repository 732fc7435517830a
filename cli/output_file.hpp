// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <optional>
#include <string>

namespace claimlint::cli {

/// Where a report goes: standard output, or a file that appears under its name only when it is
/// complete. Until then it is written beside it, and removed when not committed.
class OutputFile {
 public:
  /// Throws std::runtime_error where the file cannot be written.
  explicit OutputFile(const std::optional<std::string>& path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  std::ostream& stream();

  /// Throws std::runtime_error where something could not be written so far: hours of work for a
  /// full disk are of no use.
  void check();

  /// Throws std::runtime_error where something could not be written.
  void commit();

 private:
  [[nodiscard]] std::string name() const;

  std::filesystem::path target_;
  std::filesystem::path temporary_;  ///< empty where the target is written to directly
  std::ofstream file_;
};

}  // namespace claimlint::cli
