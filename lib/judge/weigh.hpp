// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/claims.hpp"
#include "judge.hpp"

namespace claimlint::judge {

/// Weighs what the rules found with the model of the lexicons, if they have one: every claim that
/// stands gets a confidence; claims that no rule found are raised, at medium severity at most and
/// at low severity where the sentence reads mildly; in such sentences those of rules lose a step of
/// severity, and in those that do not read like a claim those of low severity are rejected
/// (`confidence`), unless the document is too short to tell. Judgements are by sentence, and stay
/// so.
std::vector<Judgement> weigh(std::vector<Judgement> judgements, const claims::Observations& seen,
                             const std::vector<std::string>& jurisdictions);

/// What weigh() rejected.
bool is_hidden(const Judgement& judgement);

}  // namespace claimlint::judge
