// SPDX-License-Identifier: Apache-2.0
#include "document.hpp"

#include <array>
#include <cerrno>
#include <fstream>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>

namespace claimlint::batch {
namespace {

std::string system_message(int code) {
  return code == 0 ? "cannot be read" : std::error_code(code, std::generic_category()).message();
}

/// Reads all of a stream, or one byte more than `limit`.
std::string read_up_to(std::istream& in, std::size_t limit) {
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (in && bytes.size() <= limit) {
    in.read(buffer.data(), buffer.size());
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  return bytes;
}

Report too_large(const BatchOptions& options, const Source& source) {
  return unread_report(source, "budget",
                       "larger than " + std::to_string(options.max_bytes) + " bytes");
}

Report audit_stream(const Auditor& auditor, const BatchOptions& options, std::istream& in,
                    const Source& source) {
  if (!in) return unread_report(source, "unreadable", system_message(errno));
  const std::string bytes = read_up_to(in, options.max_bytes);
  if (in.bad()) return unread_report(source, "unreadable", system_message(errno));
  if (bytes.size() > options.max_bytes) return too_large(options, source);
  return auditor.audit(bytes, source);
}

Report audit_found(const Auditor& auditor, const BatchOptions& options, const Found& found,
                   const Source& source) {
  errno = 0;
  if (found.standard_input) {
    return audit_stream(auditor, options, *options.standard_input, source);
  }
  std::error_code error;
  const auto size = std::filesystem::file_size(found.file, error);
  if (!error && size > options.max_bytes) return too_large(options, source);
  errno = 0;
  std::ifstream in(found.file, std::ios::binary);
  return audit_stream(auditor, options, in, source);
}

}  // namespace

Report audit_file(const Auditor& auditor, const BatchOptions& options, const Found& found) {
  const Source source{found.path, {}, options.format};
  if (found.trouble) return unread_report(source, "unreadable", *found.trouble);
  try {
    return audit_found(auditor, options, found, source);
  } catch (const std::bad_alloc&) {
    return unread_report(source, "budget", "needs more memory than there is");
  } catch (const std::length_error&) {
    return unread_report(source, "budget", "needs more memory than there is");
  }
}

}  // namespace claimlint::batch
