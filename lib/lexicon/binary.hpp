// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model.hpp"

namespace claimlint::lexicon {

/// The form in which lexicons are embedded in the library and cached: a header with a format
/// number and a SHA-256 of the rest, then the model. The same model gives the same bytes.
std::string serialize(const Model& model);

/// Throws std::runtime_error where the bytes are not a model of this format number, or damaged.
Model deserialize(std::string_view bytes);

}  // namespace claimlint::lexicon
