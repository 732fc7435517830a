// SPDX-License-Identifier: Apache-2.0
#include "claimlint/report.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "claimlint/formats.hpp"
#include "guard.hpp"

namespace {

using claimlint::c::guarded;
using claimlint::c::required;

// Handles of sentences and claims are the values themselves, which never move in a report.
const claimlint::Sentence& value_of(const claimlint_sentence* sentence) {
  return *reinterpret_cast<const claimlint::Sentence*>(sentence);
}

const claimlint::Claim& value_of(const claimlint_claim* claim) {
  return *reinterpret_cast<const claimlint::Claim*>(claim);
}

const claimlint_claim* handle_of(const claimlint::Claim& claim) {
  return reinterpret_cast<const claimlint_claim*>(&claim);
}

const claimlint::OutputFormat& format_of(std::string_view name) {
  const claimlint::OutputFormat* const format = claimlint::find_output_format(name);
  if (format == nullptr) {
    throw claimlint::c::InvalidArgument("no output format is called '" + std::string(name) + "'");
  }
  return *format;
}

std::string document_json(const claimlint_report& report) {
  std::ostringstream out;
  const auto writer = format_of("jsonl").writer(out, {});
  writer->begin(report.tool);
  writer->document(report.report);
  std::string line = out.str();
  line.erase(line.find_last_not_of('\n') + 1);
  return line;
}

std::string written(const claimlint_report& report, const claimlint::OutputFormat& format) {
  std::ostringstream out;
  claimlint::Summary summary;
  summary.add(report.report);
  const auto writer = format.writer(out, {});
  writer->begin(report.tool);
  writer->document(report.report);
  writer->end(summary);
  return out.str();
}

/// Null where the text was not kept or its bytes may be no UTF-8.
const claimlint::OffsetIndex* offsets_of(const claimlint_report& handle) {
  const claimlint::Report& report = handle.report;
  if (report.extracted.empty() || report.encoding != "utf-8" ||
      std::ranges::find(report.reasons, "decode") != report.reasons.end()) {
    return nullptr;
  }
  std::call_once(handle.indexed, [&] { handle.offsets.emplace(report.extracted); });
  return &*handle.offsets;
}

}  // namespace

void claimlint_report_free(claimlint_report* report) { delete report; }

char* claimlint_report_json(const claimlint_report* report, claimlint_error** error) {
  return guarded(error,
                 [&] { return claimlint::c::copy_of(document_json(required(report, "report"))); });
}

char* claimlint_report_write(const claimlint_report* report, const char* format,
                             claimlint_error** error) {
  return guarded(error, [&] {
    return claimlint::c::copy_of(
        written(required(report, "report"), format_of(&required(format, "format"))));
  });
}

claimlint_status claimlint_report_status(const claimlint_report* report) {
  if (report == nullptr) return CLAIMLINT_NOT_AUDITED;
  switch (report->report.status) {
    case claimlint::Status::audited:
      return CLAIMLINT_AUDITED;
    case claimlint::Status::partial:
      return CLAIMLINT_PARTIAL;
    case claimlint::Status::not_audited:
      return CLAIMLINT_NOT_AUDITED;
  }
  return CLAIMLINT_NOT_AUDITED;
}

size_t claimlint_report_reason_count(const claimlint_report* report) {
  return report == nullptr ? 0 : report->report.reasons.size();
}

const char* claimlint_report_reason(const claimlint_report* report, size_t index) {
  return index < claimlint_report_reason_count(report) ? report->report.reasons[index].c_str()
                                                       : nullptr;
}

double claimlint_report_risk(const claimlint_report* report) {
  return report == nullptr || !report->report.score ? -1 : report->report.score->risk;
}

claimlint_band claimlint_report_band(const claimlint_report* report) {
  if (report == nullptr || !report->report.score) return CLAIMLINT_BAND_LOW;
  switch (report->report.score->band) {
    case claimlint::Band::low:
      return CLAIMLINT_BAND_LOW;
    case claimlint::Band::medium:
      return CLAIMLINT_BAND_MEDIUM;
    case claimlint::Band::high:
      return CLAIMLINT_BAND_HIGH;
  }
  return CLAIMLINT_BAND_LOW;
}

size_t claimlint_report_sentence_count(const claimlint_report* report) {
  return report == nullptr ? 0 : report->report.sentences.size();
}

const claimlint_sentence* claimlint_report_sentence(const claimlint_report* report, size_t index) {
  if (index >= claimlint_report_sentence_count(report)) return nullptr;
  return reinterpret_cast<const claimlint_sentence*>(&report->report.sentences[index]);
}

size_t claimlint_report_claim_count(const claimlint_report* report) {
  return report == nullptr ? 0 : report->claims.size();
}

const claimlint_claim* claimlint_report_claim(const claimlint_report* report, size_t index) {
  return index < claimlint_report_claim_count(report) ? handle_of(*report->claims[index]) : nullptr;
}

int claimlint_report_position(const claimlint_report* report, size_t byte,
                              claimlint_position* position) {
  if (report == nullptr || position == nullptr) return 0;
  try {
    const claimlint::OffsetIndex* const offsets = offsets_of(*report);
    if (offsets == nullptr) return 0;
    const claimlint::TextPosition at = offsets->at_byte(byte);
    *position = {at.byte, at.code_point, at.utf16, at.line, at.column};
    return 1;
  } catch (...) {
    return 0;
  }
}

const char* claimlint_sentence_text(const claimlint_sentence* sentence) {
  return sentence == nullptr ? nullptr : value_of(sentence).text.c_str();
}

claimlint_span claimlint_sentence_span(const claimlint_sentence* sentence) {
  if (sentence == nullptr) return {0, 0};
  const claimlint::Span span = value_of(sentence).place.span;
  return {span.begin, span.end};
}

size_t claimlint_sentence_line(const claimlint_sentence* sentence) {
  return sentence == nullptr ? 0 : value_of(sentence).line;
}

size_t claimlint_sentence_column(const claimlint_sentence* sentence) {
  return sentence == nullptr ? 0 : value_of(sentence).column;
}

size_t claimlint_sentence_claim_count(const claimlint_sentence* sentence) {
  return sentence == nullptr ? 0 : value_of(sentence).claims.size();
}

const claimlint_claim* claimlint_sentence_claim(const claimlint_sentence* sentence, size_t index) {
  if (index >= claimlint_sentence_claim_count(sentence)) return nullptr;
  return handle_of(value_of(sentence).claims[index]);
}

const char* claimlint_claim_id(const claimlint_claim* claim) {
  return claim == nullptr ? nullptr : value_of(claim).id.c_str();
}

const char* claimlint_claim_type(const claimlint_claim* claim) {
  return claim == nullptr ? nullptr : value_of(claim).type.c_str();
}

const char* claimlint_claim_rule(const claimlint_claim* claim) {
  return claim == nullptr ? nullptr : value_of(claim).rule.c_str();
}

const char* claimlint_claim_message(const claimlint_claim* claim) {
  return claim == nullptr ? nullptr : value_of(claim).message.c_str();
}

const char* claimlint_claim_instead(const claimlint_claim* claim) {
  return claim == nullptr ? nullptr : value_of(claim).instead.c_str();
}

claimlint_severity claimlint_claim_severity(const claimlint_claim* claim) {
  if (claim == nullptr) return CLAIMLINT_SEVERITY_NONE;
  switch (value_of(claim).severity) {
    case claimlint::Severity::none:
      return CLAIMLINT_SEVERITY_NONE;
    case claimlint::Severity::low:
      return CLAIMLINT_SEVERITY_LOW;
    case claimlint::Severity::medium:
      return CLAIMLINT_SEVERITY_MEDIUM;
    case claimlint::Severity::high:
      return CLAIMLINT_SEVERITY_HIGH;
  }
  return CLAIMLINT_SEVERITY_NONE;
}

claimlint_span claimlint_claim_span(const claimlint_claim* claim) {
  if (claim == nullptr) return {0, 0};
  const claimlint::Span span = value_of(claim).place.span;
  return {span.begin, span.end};
}

int claimlint_claim_counts(const claimlint_claim* claim) {
  return claim != nullptr && value_of(claim).counts() ? 1 : 0;
}
