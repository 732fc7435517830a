// SPDX-License-Identifier: Apache-2.0
#include "lexicon_access.hpp"

namespace claimlint {

const lexicon::Compiled& compiled_of(const Lexicons& lexicons) { return *lexicons.compiled_; }

}  // namespace claimlint
