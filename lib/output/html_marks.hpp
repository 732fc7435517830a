// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claimlint/report.hpp"
#include "places.hpp"

namespace claimlint::output {

/// Where places of the source lie in the text of their sentence, in UTF-16 units, in the order
/// given. Exact where the text is the bytes of the source or its pieces; else read off the source
/// where that is at hand; else, nearly, from how far into the sentence they are.
std::vector<Span> marks_in(const Report& report, const Places& places, const Sentence& sentence,
                           const std::vector<Span>& sources);

}  // namespace claimlint::output
