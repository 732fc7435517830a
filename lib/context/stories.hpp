// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "material.hpp"

namespace claimlint::context {

/// By sentence: whether it belongs to one patient's story that the author tells.
std::vector<bool> find_stories(const Material& material);

}  // namespace claimlint::context
