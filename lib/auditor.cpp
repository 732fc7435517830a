// SPDX-License-Identifier: Apache-2.0
#include "claimlint/auditor.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "claimlint/version.hpp"
#include "configuration.hpp"
#include "input/input.hpp"
#include "judge/analysis.hpp"
#include "judge/weigh.hpp"
#include "lexicon/compiled.hpp"
#include "report_builder.hpp"
#include "report_path.hpp"
#include "review/decide.hpp"
#include "score/score.hpp"
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

}  // namespace

Auditor::Auditor(Lexicons lexicons, AuditOptions options)
    : lexicons_(std::move(lexicons)), options_(std::move(options)) {
  require_known_jurisdictions(options_, lexicons_);
}

Report Auditor::audit(std::string_view bytes, const Source& source) const {
  const lexicon::Compiled& lexicons = *lexicons_.compiled_;

  input::Reading reading = input::read(bytes, source.path, source.format,
                                       source.language ? source.language : options_.assume_language,
                                       options_.line_breaks);
  Report report = describe_source(bytes, source, reading);
  if (reading.status == Status::not_audited) return report;

  if (options_.with_text && report.coordinates == "source") {
    report.extracted = reading.inflated.empty() ? bytes : std::string_view(reading.inflated);
  }

  judge::Analysis analysis(std::move(reading.text), lexicons, options_.jurisdictions);
  const claims::Observations& observations = analysis.observations();

  std::ranges::move(observations.document.source_notes(), std::back_inserter(report.notes));
  std::vector<judge::Judgement> judgements = analysis.take_judgements();
  if (!options_.rules_only) {
    judgements = judge::weigh(std::move(judgements), observations, options_.jurisdictions);
  }
  report.hidden = static_cast<std::size_t>(std::ranges::count_if(judgements, judge::is_hidden));
  report.sentences = build_sentences(observations, judgements, options_.with_vetoed);
  review::decide(report, reading.directives, observations.document.text, lexicons_, options_);
  report.findings = build_findings(
      observations, judge::find_findings(observations, judgements, options_.jurisdictions));
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
