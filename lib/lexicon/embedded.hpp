// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model.hpp"

namespace claimlint::lexicon {

/// The shipped lexicons, read from the bytes inside the library. Defined beside them, in
/// lib/builtin.cpp: the compiler that makes those bytes is built without it.
Model embedded_model();

}  // namespace claimlint::lexicon
