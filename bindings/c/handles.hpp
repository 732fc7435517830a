// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "claimlint.h"
#include "claimlint/auditor.hpp"
#include "claimlint/lexicons.hpp"
#include "claimlint/offsets.hpp"
#include "claimlint/report.hpp"

struct claimlint_error {
  claimlint_code code = CLAIMLINT_FAILED;
  std::string message;
  std::vector<std::string> problems;
};

struct claimlint_lexicons {
  claimlint::Lexicons lexicons;
  std::string sha256;
};

struct claimlint_options {
  claimlint::AuditOptions options;
};

struct claimlint_auditor {
  claimlint::Auditor auditor;
};

struct claimlint_cancel {
  std::stop_source source;
};

struct claimlint_report {
  claimlint::Report report;
  claimlint::Tool tool;
  std::vector<const claimlint::Claim*> claims;  ///< those that count
  /// Made when it is first asked for: most hosts never do.
  mutable std::once_flag indexed;
  mutable std::optional<claimlint::OffsetIndex> offsets;
};
