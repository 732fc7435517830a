// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "allowance.hpp"
#include "claimlint/auditor.hpp"
#include "claimlint/report.hpp"
#include "lexicon/compiled.hpp"
#include "text/text.hpp"

namespace claimlint {

/// What the stages from tagging to judging made of the first sentences of a document, or of all.
struct Audited {
  std::vector<Sentence> sentences;
  std::vector<Finding> findings;
  std::size_t hidden = 0;
};

/// Null where the audit may not go on long enough to see any of it through. Where time is limited,
/// as many sentences as that is enough for.
std::optional<Audited> audit_document(const text::Document& document,
                                      const lexicon::Compiled& lexicons,
                                      const AuditOptions& options, const Allowance& allowance);

}  // namespace claimlint
