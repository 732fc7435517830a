// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "claimlint/lexicons.hpp"
#include "lexicon/compiled.hpp"

namespace claimlint {

/// What lexicons hold. A friend of Lexicons.
const lexicon::Compiled& compiled_of(const Lexicons& lexicons);

}  // namespace claimlint
