// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace claimlint::cli {
namespace {

/// Controls, and what turns the direction of writing or is not seen, as UTF-8: its order is that of
/// the code points.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kHidden = {{
    {"\x7F", "\x7F"},
    {"\xC2\x80", "\xC2\x9F"},
    {"\u061C", "\u061C"},
    {"\u200B", "\u200F"},
    {"\u2028", "\u202E"},
    {"\u2060", "\u206F"},
    {"\uFEFF", "\uFEFF"},
    {"\U000E0000", "\U000E007F"},
}};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The bytes of the character that begins here; 0 where none does.
std::size_t size_of_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80   ? 1
                           : lead < 0xC2 ? 0
                           : lead < 0xE0 ? 2
                           : lead < 0xF0 ? 3
                           : lead < 0xF5 ? 4
                                         : 0;
  if (size == 0 || size > text.size()) return 0;
  return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(size),
                     is_continuation)
             ? size
             : 0;
}

bool is_hidden(std::string_view character) {
  if (static_cast<unsigned char>(character.front()) < 0x20) return true;
  return std::any_of(kHidden.begin(), kHidden.end(), [&](const auto& range) {
    return range.first <= character && character <= range.second;
  });
}

}  // namespace

bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const std::size_t size = size_of_character(text);
    if (size == 0 || is_hidden(text.substr(0, size))) {
      safe += '?';
    } else {
      safe += text.substr(0, size);
    }
    text.remove_prefix(std::max<std::size_t>(1, size));
  }
  return safe;
}

std::string printable_lines(std::string_view text) {
  std::string safe;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    safe.append(printable(text.substr(0, end))).append("\n");
    text.remove_prefix(end + 1);
  }
  return safe + printable(text);
}

}  // namespace claimlint::cli
