// SPDX-License-Identifier: Apache-2.0
#include "byte_edits.hpp"

#include <cstring>

#include "choices.hpp"

namespace claimlint::fuzz {
namespace {

/// Writes a number of so many bytes, or adds it to the one that is there.
void change_number(std::string& base, Choices& choices, std::size_t bytes, bool add) {
  const std::size_t at = choices.number(3) * bytes;
  std::uint64_t number = choices.number(2);
  if (choices.byte() % 4 == 0) number = ~number;
  if (at + bytes > base.size()) return;
  std::uint64_t before = 0;
  std::memcpy(&before, base.data() + at, bytes);
  if (add) number += before;
  std::memcpy(base.data() + at, &number, bytes);
}

}  // namespace

std::string edited(std::string base, std::string_view bytes) {
  Choices choices(bytes);
  while (!choices.done()) {
    switch (choices.below(8)) {
      case 0:
        change_number(base, choices, 8, false);
        break;
      case 1:
        change_number(base, choices, 8, true);
        break;
      case 2:
        change_number(base, choices, 4, false);
        break;
      case 3:
        change_number(base, choices, 4, true);
        break;
      case 4:
        change_number(base, choices, 2, true);
        break;
      case 5:
        base.resize(base.size() - std::min<std::size_t>(base.size(), choices.number(2)));
        break;
      default:
        change_number(base, choices, 1, choices.byte() % 2 == 0);
    }
  }
  return base;
}

}  // namespace claimlint::fuzz
