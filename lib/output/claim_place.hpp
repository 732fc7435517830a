// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "claimlint/report.hpp"
#include "places.hpp"

namespace claimlint::output {

/// Line and column of a place in a document; those of its sentence where no more is known.
TextPosition begin_of(const Report& report, const Places& places, const Sentence& sentence,
                      Span source);

/// The words of a place, without what lies between its parts; empty where they are not known.
std::string words_of(const Report& report, const Places& places, const Sentence& sentence,
                     const Place& place);

}  // namespace claimlint::output
