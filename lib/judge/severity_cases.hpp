// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "claims/claims.hpp"
#include "judge.hpp"
#include "lexicon/model.hpp"

namespace claimlint::judge {

/// What of its sentence and of itself a case of severity asks about.
struct Weighed {
  const claims::Observations& seen;
  const Judgement& judgement;
  std::span<const Judgement> sentence;  ///< all judgements of its sentence, itself among them
};

/// What makes a case hold, in words ("durability (for good), no heading"); nothing where it does
/// not hold.
std::optional<std::string> why_holds(const lexicon::SeverityCase& one, const Weighed& weighed);

}  // namespace claimlint::judge
