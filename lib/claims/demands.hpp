// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims.hpp"
#include "fillers.hpp"

namespace claimlint::claims {

/// What fills the demands of a rule, one entry for each.
struct DemandMatch {
  std::vector<std::optional<Filler>> fillers;
  /// The roles of the first demand that nothing fills ("treatment|provider").
  std::optional<std::string> missing;
};

/// Fills the demands of a candidate's rule around its trigger. Each demand takes words of its own,
/// the nearest that leave enough for the others.
DemandMatch match_demands(const Observations& seen, const Candidate& candidate);

/// Fills the demands of `rule` from a sentence that only holds an item of a list, and what the item
/// lacks from what the line above the list has. At least one must be filled by the item itself.
DemandMatch match_item(const Observations& seen, const lexicon::Rule& rule, std::uint32_t item,
                       const DemandMatch& above);

}  // namespace claimlint::claims
