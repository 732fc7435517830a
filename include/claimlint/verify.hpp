// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

/// Something a report says of its source that does not hold.
struct VerifyProblem {
  std::string what;  ///< bytes, sha256, content_sha256, sentence, mention, claim, frame, ...
  std::string id;    ///< of the claim it belongs to; empty where to none
  std::optional<Span> span;  ///< as the report has it
  std::string message;
  friend bool operator==(const VerifyProblem&, const VerifyProblem&) = default;
};

struct Verification {
  std::size_t spans = 0;  ///< that were looked at
  std::vector<VerifyProblem> problems;
};

/// Holds the report of a document against the bytes it was made of, without auditing them again:
/// the hashes; that every sentence, mention and frame is, cleaned of markup, the text that the
/// report has for it, and is no larger than that takes; that claims stand in their sentences; that
/// sentences begin in the line and column they say. Where the bytes are others, nothing more is
/// said. Spans must be in bytes. Where `coordinates` is "extracted" the text is taken out again.
/// Serves any number of threads; content is never an exception.
CLAIMLINT_EXPORT Verification verify_document(const Report& report, std::string_view bytes);

}  // namespace claimlint
