// SPDX-License-Identifier: Apache-2.0
#include "report_path.hpp"

#include <string>

#include "text/decode.hpp"

namespace claimlint {
namespace {

/// Two digits for each byte, behind `before`.
void append_hexadecimal(std::string& out, std::string_view bytes, std::string_view before,
                        std::string_view digits) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out.append(before).append(1, digits[byte >> 4U]).append(1, digits[byte & 0xFU]);
  }
}

}  // namespace

void set_path(Report& report, std::string_view path) {
  // Behind a letter nothing is a byte order mark.
  const std::string shielded = "/" + std::string(path);
  const auto replaced = text::decode(shielded).replaced;
  report.path.clear();
  if (!replaced.empty()) {
    append_hexadecimal(report.path_bytes.emplace(), path, "", "0123456789abcdef");
  }
  std::size_t done = 1;
  for (const Span& ill_formed : replaced) {
    report.path.append(shielded, done, ill_formed.begin - done);
    append_hexadecimal(report.path, {shielded.data() + ill_formed.begin, ill_formed.size()}, "%",
                       "0123456789ABCDEF");
    done = ill_formed.end;
  }
  report.path.append(shielded, done);
}

}  // namespace claimlint
