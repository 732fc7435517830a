// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "claimlint/auditor.hpp"

namespace claimlint {

/// SHA-256 over the options that decide what an audit finds; the same for the same meaning.
std::string configuration_of(const AuditOptions& options);

}  // namespace claimlint
