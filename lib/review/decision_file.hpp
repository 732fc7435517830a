// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "claimlint/decisions.hpp"

namespace claimlint::review {

/// The entries of a decisions file, checked one by one. Throws DecisionError.
std::vector<RecordedDecision> read_decision_file(std::string_view json);

/// YYYY-MM-DD, and a day that there is.
bool is_day(std::string_view text);

}  // namespace claimlint::review
