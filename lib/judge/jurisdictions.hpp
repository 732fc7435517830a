// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/claims.hpp"
#include "judge.hpp"

namespace claimlint::judge {

/// The claim's provisions in the jurisdictions selected (empty: all), without regard to what lists
/// there accept.
std::vector<BasisReference> basis_of(const claims::Observations& seen,
                                     const claims::Candidate& candidate,
                                     const std::vector<std::string>& selected);

/// True where a rule holds in a jurisdiction selected.
bool holds_in(const std::vector<std::string>& selected, const lexicon::Rule& rule);

/// Lists that accept a claim stand for all provisions of their jurisdiction. Where every
/// jurisdiction selected has such a list, the claim is supported; what the evidence contradicts
/// stays unsupported, and no list speaks of a vulnerable group. Absence from a list says nothing.
void accept_by_lists(const claims::Observations& seen, const std::vector<std::string>& selected,
                     Judgement& judgement);

/// Adds the provisions that forbid such a claim outright, and the reasons for a step up: for those
/// of jurisdictions that were named, since no article is known to be meant for all of them.
void add_stricter(const claims::Observations& seen, const std::vector<std::string>& selected,
                  Judgement& judgement);

}  // namespace claimlint::judge
