// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "model.hpp"

namespace claimlint::lexicon {

/// The bytes inside the library.
std::string_view embedded_bytes();

/// The shipped lexicons, read from the bytes inside the library. Both are defined beside them, in
/// lib/builtin.cpp: the compiler that makes those bytes is built without it.
Model embedded_model();

}  // namespace claimlint::lexicon
