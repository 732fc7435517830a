// SPDX-License-Identifier: Apache-2.0
#include "claimlint/auditor.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "allowance.hpp"
#include "claimlint/version.hpp"
#include "configuration.hpp"
#include "first_sentences.hpp"
#include "input/input.hpp"
#include "lexicon/compiled.hpp"
#include "report_builder.hpp"
#include "report_path.hpp"
#include "review/decide.hpp"
#include "score/score.hpp"
#include "stages.hpp"
#include "tag/mend.hpp"
#include "text/decode.hpp"
#include "text/text.hpp"

namespace claimlint {
namespace {

void require_known_jurisdictions(const AuditOptions& options, const Lexicons& lexicons) {
  for (const std::string& jurisdiction : options.jurisdictions) {
    const auto& provisions = lexicons.provisions();
    if (std::none_of(provisions.begin(), provisions.end(), [&](const Provision& provision) {
          return provision.jurisdiction == jurisdiction;
        })) {
      throw std::invalid_argument("no provision of the lexicons is of jurisdiction '" +
                                  jurisdiction + "'");
    }
  }
}

bool exceeds(std::size_t bytes, const AuditLimits& limits) {
  return limits.bytes && bytes > *limits.bytes;
}

Report too_large(std::string_view bytes, const Source& source, const AuditLimits& limits) {
  Report report = unread_report(
      source, "budget", "the document is larger than " + std::to_string(*limits.bytes) + " bytes");
  report.bytes = bytes.size();
  return report;
}

input::Reading read_source(std::string_view bytes, const Source& source,
                           const AuditOptions& options) {
  return input::read(bytes, source.path, source.format,
                     source.language ? source.language : options.assume_language,
                     options.line_breaks);
}

/// A text as the stages want it, with as many of its `sentences` as are to be audited.
text::Document segmented(text::Text text, const lexicon::Compiled& lexicons,
                         const AuditOptions& options, std::size_t& sentences) {
  text::Document document = text::segment(std::move(text), lexicons.model().abbreviations);
  sentences = document.sentences.size();
  const std::size_t most = options.limits.sentences.value_or(sentences);
  if (sentences > most) document = first_sentences(document, most);
  return tag::mend(std::move(document), lexicons);
}

Report without_audit(Report report, const Allowance& allowance) {
  report.status = Status::not_audited;
  if (allowance.cancelled()) {
    report.reasons.emplace_back("cancelled");
    report.notes.push_back({"audit.cancelled", "the audit was cancelled", std::nullopt});
  } else {
    report.reasons.emplace_back("budget");
    report.notes.push_back({"audit.budget", "there was no time to audit the text", std::nullopt});
  }
  return report;
}

/// What is missing may stand in what was left out.
void note_left_out(Report& report, std::size_t sentences) {
  report.status = Status::partial;
  report.reasons.emplace_back("budget");
  report.notes.push_back({"audit.budget",
                          "the first " + std::to_string(report.sentences.size()) + " of " +
                              std::to_string(sentences) + " sentences were audited",
                          std::nullopt});
  report.findings.clear();
}

}  // namespace

Auditor::Auditor(Lexicons lexicons, AuditOptions options)
    : lexicons_(std::move(lexicons)), options_(std::move(options)) {
  require_known_jurisdictions(options_, lexicons_);
}

Report Auditor::audit(std::string_view bytes, const Source& source,
                      const std::stop_token& stop) const {
  const lexicon::Compiled& lexicons = *lexicons_.compiled_;

  const Allowance allowance(options_.limits, stop);
  if (exceeds(bytes.size(), options_.limits)) return too_large(bytes, source, options_.limits);

  input::Reading reading = read_source(bytes, source, options_);
  if (exceeds(reading.inflated.size(), options_.limits)) {
    return too_large(bytes, source, options_.limits);
  }
  Report report = describe_source(bytes, source, reading);
  if (reading.status == Status::not_audited) return report;
  if (allowance.spent()) return without_audit(std::move(report), allowance);

  if (options_.with_text && report.coordinates == "source") {
    report.extracted = reading.inflated.empty() ? bytes : std::string_view(reading.inflated);
  }

  std::size_t sentences = 0;
  text::Document document = segmented(std::move(reading.text), lexicons, options_, sentences);
  if (allowance.spent()) return without_audit(std::move(report), allowance);

  std::optional<Audited> audited = audit_document(document, lexicons, options_, allowance);
  if (!audited) return without_audit(std::move(report), allowance);
  std::ranges::move(document.source_notes(), std::back_inserter(report.notes));
  report.hidden = audited->hidden;
  report.sentences = std::move(audited->sentences);
  review::decide(report, reading.directives, document.text, lexicons_, options_);
  report.findings = std::move(audited->findings);
  if (report.sentences.size() < sentences) note_left_out(report, sentences);
  report.score = score::score(report.sentences, *lexicons.model().scoring);
  return report;
}

Tool Auditor::tool() const {
  const text::UnicodeVersions unicode = text::unicode_versions();
  return {.version = std::string(version()),
          .lexicons = std::string(lexicons_.sha256()),
          .icu = unicode.icu,
          .unicode = unicode.unicode,
          .re2 = lexicon::re2_version(),
          .configuration = configuration_of(options_)};
}

Report unread_report(const Source& source, std::string reason, std::string message) {
  Report report;
  set_path(report, source.path);
  report.source = source.origin;
  report.language = "und";
  report.status = Status::not_audited;
  report.notes.push_back({"source." + reason, std::move(message), std::nullopt});
  report.reasons.push_back(std::move(reason));
  return report;
}

}  // namespace claimlint
