// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

/// The bytes of a document, or why they could not be had.
struct SourceBytes {
  std::string bytes;
  std::string trouble;  ///< empty where the bytes are there
};

/// Finds the files that the documents of a report were read from. Members of archives are found
/// fastest in the order of the report. Not thread-safe.
class CLAIMLINT_EXPORT SourceFiles {
 public:
  /// `root`: what report paths are relative to: the folder that was audited, or the one that holds
  /// the file. Larger files than `max_bytes` are not read.
  explicit SourceFiles(std::filesystem::path root, std::size_t max_bytes = std::size_t{64} << 20);
  SourceFiles(SourceFiles&&) noexcept;
  SourceFiles& operator=(SourceFiles&&) noexcept;
  ~SourceFiles();

  /// What cannot be read says so.
  SourceBytes read(const Report& report);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace claimlint
