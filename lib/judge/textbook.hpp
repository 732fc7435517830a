// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims/claims.hpp"

namespace claimlint::judge {

/// The textbook statement that each candidate makes no more than, null where there is none; as many
/// as there are candidates. A statement supports a claim whose trigger it covers, and only where
/// all claims of the sentence are of this kind, the author makes them, and nothing is offered there
/// (the cue class `selling`): what also sells is no textbook.
std::vector<const lexicon::Textbook*> textbook_statements(
    const claims::Observations& seen, const std::vector<claims::Candidate>& candidates);

}  // namespace claimlint::judge
