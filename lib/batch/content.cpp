// SPDX-License-Identifier: Apache-2.0
#include "content.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace claimlint::batch {
namespace {

/// Reads all of a stream, or one byte more than `limit`.
std::string read_up_to(std::istream& in, std::size_t limit) {
  std::string bytes;
  std::array<char, 1 << 14> buffer{};
  while (in && bytes.size() <= limit) {
    in.read(buffer.data(), buffer.size());
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  return bytes;
}

Content too_large(const BatchOptions& options) {
  return {{}, "budget", larger_than(options.max_bytes)};
}

Content read_stream(const BatchOptions& options, std::istream& in) {
  if (!in) return {{}, "unreadable", system_message(errno)};
  Content content{read_up_to(in, options.max_bytes)};
  if (in.bad()) return {{}, "unreadable", system_message(errno)};
  if (content.bytes.size() > options.max_bytes) return too_large(options);
  return content;
}

Content read_file(const BatchOptions& options, const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (!error && size > options.max_bytes) return too_large(options);
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  Content content = read_stream(options, in);
  content.changed = !error && std::filesystem::file_size(file, error) != size;
  return content;
}

}  // namespace

std::string system_message(int code) {
  return code == 0 ? "cannot be read" : std::error_code(code, std::generic_category()).message();
}

std::string larger_than(std::uintmax_t bytes) {
  return "larger than " + std::to_string(bytes) + " bytes";
}

Content read_content(const BatchOptions& options, const Found& found) {
  if (found.trouble) return {{}, found.reason, *found.trouble};
  if (found.content) return {*found.content};
  if (!found.standard_input) return read_file(options, found.file);
  errno = 0;
  return read_stream(options, *options.standard_input);
}

}  // namespace claimlint::batch
