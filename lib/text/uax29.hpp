// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::text {

/// Word and sentence segments as UAX #29 has them, with nothing of ours: what the tailored
/// segmentation is compared with. Spans are bytes, without gaps. Nothing for more than 2^31-1
/// bytes, which is as far as ICU counts.
std::vector<Span> uax29_words(std::string_view utf8);
std::vector<Span> uax29_sentences(std::string_view utf8);

}  // namespace claimlint::text
