// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "claimlint/auditor.hpp"

namespace claimlint::server {

/// The rules as JSON, with the claim types and the provisions that they name.
std::string rules_json(const Auditor& auditor);

}  // namespace claimlint::server
