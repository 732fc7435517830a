// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/lexicons.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

/// A claim of a report, by index.
struct ClaimIndex {
  std::size_t sentence = 0;  ///< in Report::sentences
  std::size_t claim = 0;     ///< in its claims
  friend auto operator<=>(const ClaimIndex&, const ClaimIndex&) = default;
};

/// The claims whose change brings a document under a risk.
struct Suggestion {
  std::vector<ClaimIndex> claims;  ///< in the order of the document
  Score after;                     ///< without them
  bool reached = true;             ///< false where the document stays above it with no claim at all
  bool fewest = true;  ///< false for huge documents, where only nearly the fewest were sought
};

/// The fewest claims that have to go until the document's risk is less than `below`, or its band is
/// low where no risk is given; of several such sets the one that leaves the lowest risk. Null where
/// that is so already, and for documents that were not audited. The sentences stay, so that what is
/// written in the claims' place must claim nothing: Claim::instead has a safer wording. Only the
/// claims of the report are known: it must be one with all its sentences.
CLAIMLINT_EXPORT std::optional<Suggestion> suggest(const Report& report, const Lexicons& lexicons,
                                                   std::optional<double> below = {});

/// Writes the suggestions for people, in place of a report. `out` must outlive the writer.
CLAIMLINT_EXPORT std::unique_ptr<ReportWriter> suggestion_writer(std::ostream& out,
                                                                 const OutputOptions& options,
                                                                 Lexicons lexicons,
                                                                 std::optional<double> below = {});

}  // namespace claimlint
