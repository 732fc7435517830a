// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace claimlint::lexicon {

/// One way in which an expression can match, and what must stand in a text for it. White space and
/// digits are written as in Syntax.
struct Landmarks {
  static constexpr std::size_t kMaxNeeds = 2;

  /// One of them begins every such match. Empty: it may begin with anything.
  std::vector<std::string> openings;
  /// Of each list one stands in every such match, behind what begins it. At most kMaxNeeds.
  std::vector<std::vector<std::string>> needs;
  bool at_words = false;  ///< needles begin where a word may; else they stand anywhere
};

/// `expression` has blanks as lexicons write them.
/// One for each way; none for an expression in other syntax.
std::vector<Landmarks> find_landmarks(std::string_view expression);

}  // namespace claimlint::lexicon
