// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {

/// Folding, tokens and sentences of blocks that no reader would make: an escape character parts
/// them, wherever it stands.
void fuzz_segment(std::string_view bytes) {
  constexpr char kBorder = '\x1B';
  text::Decoded decoded = text::decode(bytes);
  check_decoded(decoded, bytes.size());
  text::Text text{.clean = std::move(decoded.utf8),
                  .to_source = std::move(decoded.to_source),
                  .blocks = {},
                  .markup = {},
                  .markup_to_source = {}};
  for (std::size_t at = 0; at < text.clean.size();) {
    const std::size_t end = std::min(text.clean.find(kBorder, at), text.clean.size());
    if (end > at) text.blocks.push_back({.clean = {at, end}});
    at = end + 1;
  }
  check_segmented(text, bytes.size());
}

}  // namespace claimlint::fuzz
