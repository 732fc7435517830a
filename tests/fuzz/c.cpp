// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdint>
#include <string>

#include "checks.hpp"
#include "claimlint.h"
#include "targets.hpp"

namespace claimlint::fuzz {
namespace {

// The last one does not exist. PDF would start a program.
constexpr std::array<const char*, 5> kFormats = {"text", "html", "markdown", "docx", "runes"};
constexpr std::uint8_t kFewSentences = 8;

/// One auditor for each limit of sentences, the last without.
const claimlint_auditor* auditor(std::size_t sentences) {
  static const auto kAuditors = [] {
    std::array<claimlint_auditor*, kFewSentences> auditors{};
    claimlint_lexicons* const lexicons = claimlint_lexicons_builtin(nullptr);
    for (std::size_t i = 0; i < auditors.size(); ++i) {
      claimlint_options* const options = claimlint_options_new(nullptr);
      claimlint_options_set_language(options, "en");
      if (i + 1 < auditors.size()) claimlint_options_set_max_sentences(options, i);
      auditors[i] = claimlint_auditor_new(lexicons, options, nullptr);
      claimlint_options_free(options);
    }
    claimlint_lexicons_free(lexicons);
    return auditors;
  }();
  return kAuditors[sentences % kFewSentences];
}

void check_claims(const claimlint_report* report) {
  const std::size_t claims = claimlint_report_claim_count(report);
  require(claimlint_report_claim(report, claims) == nullptr, "there are no more than are counted");
  for (std::size_t i = 0; i < claims; ++i) {
    const claimlint_claim* const claim = claimlint_report_claim(report, i);
    const claimlint_span span = claimlint_claim_span(claim);
    claimlint_position at{};
    require(claimlint_claim_counts(claim) == 1, "the claims of a report count");
    require(claimlint_claim_severity(claim) != CLAIMLINT_SEVERITY_NONE, "and are grave");
    require(span.begin <= span.end, "a span ends behind its begin");
    require(claimlint_report_position(report, span.begin, &at) == 0 || at.line > 0,
            "a place has a line");
  }
}

void check_sentences(const claimlint_report* report) {
  std::size_t counting = 0;
  for (std::size_t i = 0; i < claimlint_report_sentence_count(report); ++i) {
    const claimlint_sentence* const sentence = claimlint_report_sentence(report, i);
    require(claimlint_sentence_text(sentence) != nullptr, "a sentence has a text");
    for (std::size_t j = 0; j < claimlint_sentence_claim_count(sentence); ++j) {
      counting += claimlint_claim_counts(claimlint_sentence_claim(sentence, j)) == 1 ? 1U : 0U;
    }
  }
  require(counting == claimlint_report_claim_count(report), "claims of sentences are the report's");
}

void check_report(const claimlint_report* report) {
  const bool audited = claimlint_report_status(report) == CLAIMLINT_AUDITED;
  require(audited == (claimlint_report_reason_count(report) == 0), "what is left out has a reason");
  check_claims(report);
  check_sentences(report);
  char* const json = claimlint_report_json(report, nullptr);
  require(json != nullptr && *json == '{', "a report is an object");
  claimlint_string_free(json);
}

}  // namespace

/// The first byte chooses the format and the limit.
void fuzz_c(std::string_view bytes) {
  if (bytes.empty()) return;
  const auto choice = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  claimlint_source source = CLAIMLINT_SOURCE_INIT;
  source.format = kFormats[choice % kFormats.size()];
  claimlint_error* error = nullptr;
  claimlint_report* const report = claimlint_audit(auditor(choice / kFormats.size()), bytes.data(),
                                                   bytes.size(), &source, nullptr, &error);
  require((report == nullptr) == (error != nullptr), "there is a report or an error");
  if (report != nullptr) check_report(report);
  const bool unknown = choice % kFormats.size() == kFormats.size() - 1;
  require(!unknown || claimlint_error_code(error) == CLAIMLINT_INVALID_ARGUMENT,
          "a format that does not exist is told");
  claimlint_error_free(error);
  claimlint_report_free(report);
}

}  // namespace claimlint::fuzz
