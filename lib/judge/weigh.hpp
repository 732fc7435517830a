// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/claims.hpp"
#include "judge.hpp"

namespace claimlint::judge {

/// Weighs what the rules found with the model of the lexicons, if they have one: every claim that
/// stands gets a confidence; claims that no rule found are raised, at medium severity at most;
/// those of low severity in sentences that do not read like any claim are rejected (`confidence`).
/// Rules come first: their claims keep their severity. Judgements are by sentence, and stay so.
std::vector<Judgement> weigh(std::vector<Judgement> judgements, const claims::Observations& seen,
                             const std::vector<std::string>& jurisdictions);

/// What weigh() rejected.
bool is_hidden(const Judgement& judgement);

}  // namespace claimlint::judge
