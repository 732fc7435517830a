// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

namespace claimlint::review {

/// Ranks from 0, equal values sharing the mean of theirs.
std::vector<double> ranks(const std::vector<double>& values);

/// Spearman's rank correlation of two lists of equal length; null for fewer than three pairs, 0
/// where one list is constant.
std::optional<double> spearman(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace claimlint::review
