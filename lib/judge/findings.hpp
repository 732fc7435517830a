// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/claims.hpp"
#include "judge.hpp"

namespace claimlint::judge {

/// Something that a document with such claims should say and does not.
struct FoundFinding {
  std::uint32_t rule = 0;  ///< into Rulebook::findings
  Span folded;             ///< the first claim that calls for it
  std::vector<BasisReference> basis;
};

/// What is missing from a document as a whole, one of a type at most, in the order of the lexicons.
/// `selected` empty means all jurisdictions; a finding whose provisions all are of others is left
/// out. Footers and hidden text count as said; words that are part of a claim ("no side effects")
/// do not.
std::vector<FoundFinding> find_findings(const claims::Observations& seen,
                                        const std::vector<Judgement>& judgements,
                                        const std::vector<std::string>& selected);

}  // namespace claimlint::judge
