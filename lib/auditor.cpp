// SPDX-License-Identifier: Apache-2.0
#include "claimlint/auditor.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "claimlint/version.hpp"
#include "claims/claims.hpp"
#include "context/context.hpp"
#include "input/input.hpp"
#include "judge/judge.hpp"
#include "lexicon/compiled.hpp"
#include "report_builder.hpp"
#include "score/score.hpp"
#include "tag/mend.hpp"
#include "tag/tag.hpp"
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

  input::Reading reading = input::read(bytes, source.path, source.format, options_.assume_language,
                                       options_.line_breaks);
  Report report = describe_source(bytes, source, reading);
  if (reading.status == Status::not_audited) return report;

  const text::Document document =
      tag::mend(text::segment(std::move(reading.text), lexicons.model().abbreviations), lexicons);
  const std::vector<tag::SentenceTags> tags = tag::tag(document, lexicons);
  const std::vector<context::SentenceContext> context =
      context::read_context(document, tags, lexicons);
  const claims::Observations observations{document, tags, context, lexicons};
  const std::vector<judge::Judgement> judgements =
      judge::judge(claims::find_claims(observations), observations, options_.jurisdictions);

  std::ranges::move(document.source_notes(), std::back_inserter(report.notes));
  report.sentences = build_sentences(observations, judgements, options_.with_vetoed);
  report.score = score::score(report.sentences, *lexicons.model().scoring);
  return report;
}

Tool Auditor::tool() const {
  const text::UnicodeVersions unicode = text::unicode_versions();
  return {.version = std::string(version()),
          .lexicons = std::string(lexicons_.sha256()),
          .icu = unicode.icu,
          .unicode = unicode.unicode,
          .re2 = lexicon::re2_version()};
}

Report unread_report(const Source& source, std::string reason, std::string message) {
  Report report;
  report.path = source.path;
  report.source = source.origin;
  report.language = "und";
  report.status = Status::not_audited;
  report.notes.push_back({"source." + reason, std::move(message), std::nullopt});
  report.reasons.push_back(std::move(reason));
  return report;
}

}  // namespace claimlint
