// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/lexicons.hpp"
#include "claimlint/report.hpp"
#include "claimlint/source.hpp"

namespace claimlint {

class Baseline;
class Decisions;

/// What the audit of one document may take; null: no limit. What a limit leaves out makes the
/// report partial or not audited, with the reason `budget` and a note that says how much was seen.
/// A document that keeps within the limits has the report that it has without them.
struct AuditLimits {
  /// Larger documents are not audited. Of gzip, the decompressed bytes count too.
  std::optional<std::size_t> bytes = {};
  /// Only so many sentences are audited, from the first on.
  std::optional<std::size_t> sentences = {};
  /// Only as many sentences are audited as there is time for. The clock is looked at between the
  /// stages, and reading the bytes is one, so that it can take somewhat longer. Reports of other
  /// runs may have more sentences or fewer.
  std::optional<std::chrono::milliseconds> time = {};
};

/// How documents are audited.
struct AuditOptions {
  /// Jurisdictions whose rules and lists count: us, uk, au, eu. Empty means all.
  std::vector<std::string> jurisdictions = {};
  /// Keep candidates that were vetoed in the report, each with its reason.
  bool with_vetoed = false;
  /// Skip language detection and take every document to be in this language ("en").
  std::optional<std::string> assume_language = {};
  /// What the line ends of plain text mean; other formats have their own rules.
  LineBreaks line_breaks = LineBreaks::automatic;
  /// Leave the confidence model out: no claim has a confidence, none is raised or hidden by it.
  bool rules_only = false;
  /// Keep the bytes that spans are of in Report::extracted, whatever the coordinates.
  bool with_text = false;
  /// What reviewers decided of claims: dismissed ones do not count. Null: nothing.
  std::shared_ptr<const Decisions> decisions = {};
  /// The claims of an earlier audit, which do not count again. Null: none.
  std::shared_ptr<const Baseline> baseline = {};
  /// Heed what comments in the article itself ask to be passed over. Never for articles of others:
  /// a page must not acquit itself.
  bool inline_decisions = false;
  AuditLimits limits = {};  ///< what a document may take
};

/// Audits documents.
///
///     claimlint::Auditor auditor(claimlint::Lexicons::builtin());
///     claimlint::Report report = auditor.audit("This cures arthritis.", {.path = "a.txt"});
///
/// Immutable: one instance serves any number of threads. Content is never an exception; what could
/// not be audited says so in Report::status and Report::reasons. Throws std::invalid_argument for a
/// jurisdiction no lexicon knows, or a format name that does not exist.
class CLAIMLINT_EXPORT Auditor {
 public:
  explicit Auditor(Lexicons lexicons, AuditOptions options = {});

  /// Audits one document given as its bytes, which need to live only for the call. Asked to stop,
  /// from any thread, it ends after the stage it is in: not audited, for the reason `cancelled`.
  [[nodiscard]] Report audit(std::string_view bytes, const Source& source = {},
                             const std::stop_token& stop = {}) const;

  /// What it audits with.
  [[nodiscard]] const Lexicons& lexicons() const { return lexicons_; }
  /// The versions and options that decide what it finds.
  [[nodiscard]] Tool tool() const;

 private:
  Lexicons lexicons_;
  AuditOptions options_;
};

/// The report of a document whose bytes could not be had: not audited, for `reason`.
CLAIMLINT_EXPORT Report unread_report(const Source& source, std::string reason,
                                      std::string message);

}  // namespace claimlint
