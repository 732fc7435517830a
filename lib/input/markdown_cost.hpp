// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace claimlint::input {

/// What would make md4c's time grow with the square of a document: counted before it is parsed, in
/// one pass.
struct MarkdownCost {
  std::size_t addresses = 0;  ///< each bare one is compared with all others of its paragraph
  /// For each paragraph its lines times its opening brackets, summed: the lines are gone through
  /// for each link.
  std::size_t link_lines = 0;
};

MarkdownCost cost_of_markdown(std::string_view markdown);

}  // namespace claimlint::input
