// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claimlint/report.hpp"

/// The parts of a claim in words.
namespace claimlint::output {

std::string basis_text(const std::vector<BasisReference>& basis);
std::string support_text(const Support& support);
std::string roles_text(const std::vector<FrameRole>& frame);
std::string veto_text(const Veto& veto);
/// "dismissed by A. Lee: quoted from a study, until 2027-01-01".
std::string decision_text(const Decision& decision);

/// `; `-separated.
std::string list_text(const std::vector<std::string>& values);

/// "partial (decode)", with the reasons.
std::string status_text(const Report& report);

}  // namespace claimlint::output
