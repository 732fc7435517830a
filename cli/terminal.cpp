// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include <unistd.h>

namespace claimlint::cli {
bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }

std::string printable(std::string_view text) {
  std::string safe(text);
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const auto byte = static_cast<unsigned char>(safe[i]);
    const auto next = static_cast<unsigned char>(i + 1 < safe.size() ? safe[i + 1] : '\0');
    const bool c1_control = byte == 0xC2 && next >= 0x80 && next <= 0x9F;
    if (c1_control) safe[i + 1] = '?';
    if (c1_control || byte < 0x20 || byte == 0x7F) safe[i] = '?';
  }
  return safe;
}

}  // namespace claimlint::cli
