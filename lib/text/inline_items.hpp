// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "block_view.hpp"

namespace claimlint::text {

/// A sign that stands before the items of a list.
bool is_bullet_at(const BlockView& block, std::size_t at);

/// Extraction flattens lists: "1) Relax 2) Breathe 3) Sleep". Where the items behind the first one
/// begin (at their markers), if the block begins with a marker or one stands just before it.
std::vector<std::size_t> inline_items(const BlockView& block, std::size_t begin);

}  // namespace claimlint::text
