// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.hpp"

namespace claimlint::output {

/// What the documents of a batch have in common, and totals of its parts; nothing where the summary
/// has none of it.
void write_across(Page& page, const Summary& summary);

}  // namespace claimlint::output
