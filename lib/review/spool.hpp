// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace claimlint::review {

/// Bytes that wait in a temporary file, which has no name and goes away with this. Throws
/// std::runtime_error where the file cannot be made, written or read.
class Spool {
 public:
  explicit Spool(const std::filesystem::path& folder);

  /// Gives the offset that the bytes have.
  std::uint64_t append(std::string_view bytes);
  void read(std::uint64_t offset, char* bytes, std::size_t size);
  std::string read(std::uint64_t offset, std::size_t size);
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  std::filesystem::path folder_;  ///< for messages
  std::fstream file_;
  std::uint64_t size_ = 0;
  bool writing_ = true;
};

}  // namespace claimlint::review
