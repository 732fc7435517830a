// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace claimlint::batch {

inline std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// Whether an input format knows the extension, whatever its case; `.gz` behind it is passed over.
bool has_known_extension(const std::string& name);

}  // namespace claimlint::batch
