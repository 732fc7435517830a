// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claimlint/report.hpp"
#include "claims/claims.hpp"

namespace claimlint::judge {

/// A source named in the text or a row of the evidence table.
struct FoundSupport {
  SupportStatus status = SupportStatus::none;
  std::vector<SupportSource> sources;  ///< spans are of the folded text
  bool harmful = false;                ///< contradicted because harm was found
  /// The evidence table supports the treatment for the condition, and the sentence says more.
  bool exceeded = false;
};

/// A candidate with what was decided about it. A rejected one makes no claim: it has a target and
/// vulnerable groups, is not unsupported and has severity `none`.
struct Judgement {
  claims::Candidate candidate;
  FoundSupport support;
  bool unsupported = true;
  Severity severity = Severity::none;
  std::vector<std::string> reasons;  ///< how the severity came about, in order
  Target target = Target::wellness;
  std::vector<std::string> vulnerable;
  std::optional<Confidence> confidence;         ///< where the lexicons have a model
  std::vector<std::string> confidence_reasons;  ///< what weighed most
  std::vector<BasisReference> basis;
  /// Why a jurisdiction that was named forbids such a claim whatever its support.
  std::vector<std::string> forbidden;
};

/// Judges every candidate, in the order given. `jurisdictions` empty means all; candidates of rules
/// that hold only in others are left out.
std::vector<Judgement> judge(std::vector<claims::Candidate> candidates,
                             const claims::Observations& observations,
                             const std::vector<std::string>& jurisdictions);

}  // namespace claimlint::judge
