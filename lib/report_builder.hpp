// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claims/claims.hpp"
#include "input/input.hpp"
#include "judge/findings.hpp"
#include "judge/judge.hpp"
#include "text/text.hpp"

/// Turns what the stages found, which speaks of folded text and indices, into the public values,
/// which speak of source bytes and names.
namespace claimlint {

/// The head of a report: everything known once the source has been read.
Report describe_source(std::string_view bytes, const Source& source, const input::Reading& reading);

/// All sentences with their mentions and claims; rejected candidates only `with_vetoed`.
std::vector<Sentence> build_sentences(const claims::Observations& observations,
                                      const std::vector<judge::Judgement>& judgements,
                                      bool with_vetoed);

/// What is missing from the document as a whole.
std::vector<Finding> build_findings(const claims::Observations& observations,
                                    const std::vector<judge::FoundFinding>& found);

}  // namespace claimlint
