// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimlint::lexicon {

/// How a match of an expression may begin. White space is written as in Syntax.
struct Opening {
  std::string text;
  bool open = false;  ///< more may follow; else the text is a whole match
};

/// What must stand in a text for an expression to match there, read off the expression.
struct Landmarks {
  /// One of them begins every match, in the order in which RE2 prefers them; where none is open,
  /// they are all there is to the expression. Empty: a match may begin with anything.
  std::vector<Opening> openings;
  /// One of them stands in every match. Empty where none need be there, or where there are
  /// openings.
  std::vector<std::string> needles;
};

/// The openings are whole matches, and all there are.
bool is_finite(const Landmarks& landmarks);

/// `expression` has blanks as lexicons write them.
Landmarks find_landmarks(std::string_view expression);

}  // namespace claimlint::lexicon
