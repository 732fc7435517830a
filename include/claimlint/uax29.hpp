// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

/// Word and sentence segments as Unicode's UAX #29 has them, with nothing of ours: for conformance,
/// and for programs that want the standard's segments beside the tailored ones of Text. `utf8` must
/// be well-formed. Spans are bytes, in order and without gaps. Nothing for more than 2^31-1 bytes,
/// which is as far as ICU counts. Safe to call from any number of threads.
CLAIMLINT_EXPORT std::vector<Span> uax29_words(std::string_view utf8);
CLAIMLINT_EXPORT std::vector<Span> uax29_sentences(std::string_view utf8);

}  // namespace claimlint
