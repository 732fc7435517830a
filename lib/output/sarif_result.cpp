// SPDX-License-Identifier: Apache-2.0
#include "sarif_result.hpp"

#include <utility>

#include "claim_place.hpp"
#include "claim_text.hpp"
#include "json_fields.hpp"
#include "places.hpp"
#include "sarif_rules.hpp"
#include "uri.hpp"

namespace claimlint::output {
namespace {

/// The document as the one location of a result; a region may follow before end_location().
void begin_location(JsonWriter& json, const Report& report) {
  json.key("locations");
  json.begin_array();
  json.begin_object();
  json.key("physicalLocation");
  json.begin_object();
  json.key("artifactLocation");
  json.begin_object();
  write_text(json, "uri", file_uri(report));
  json.end_object();
}

void end_location(JsonWriter& json) {
  json.end_object();
  json.end_object();
  json.end_array();
}

bool is_result(const Claim& claim, Severity at_least) {
  const bool dismissed = claim.vetoed && claim.vetoed->reason == "dismissed";
  return (claim.counts() || dismissed) && claim.severity >= at_least;
}

/// Writes the results of one document.
class Results {
 public:
  Results(const Report& report, const OutputOptions& options)
      : report_(report),
        options_(options),
        places_(report, OffsetUnit::code_points),
        in_utf16_(options.offsets == OffsetUnit::utf16) {}

  std::string all() {
    for (const Sentence& sentence : report_.sentences) {
      for (const Claim& claim : sentence.claims) {
        if (is_result(claim, options_.at_least)) write(sentence, claim);
      }
    }
    for (const Finding& finding : report_.findings) {
      if (finding.severity >= options_.at_least) write(finding);
    }
    return std::move(text_);
  }

 private:
  void write(const Sentence& sentence, const Claim& claim) {
    JsonWriter json(text_);
    json.begin_object();
    write_text(json, "ruleId", claim.rule);
    write_text(json, "kind", "fail");
    write_text(json, "level", sarif_level(claim.severity));
    write_sarif_message(json, "message", message_of(claim));
    begin_location(json, report_);
    if (report_.coordinates == "source") {
      json.key("region");
      write_region(json, sentence, claim.place.span);
      json.key("contextRegion");
      write_region(json, sentence, sentence.place.span);
    }
    end_location(json);
    write_fingerprint(json, claim.id);
    write_suppressions(json, claim.decision);
    write_properties(json, sentence, claim);
    json.end_object();
    text_ += ",\n";
  }

  void write(const Finding& finding) {
    JsonWriter json(text_);
    json.begin_object();
    write_text(json, "ruleId", finding.type);
    write_text(json, "kind", "review");
    write_text(json, "level", "none");
    write_sarif_message(json, "message", finding.message);
    begin_location(json, report_);
    end_location(json);
    write_fingerprint(json, finding.id);
    write_suppressions(json, std::nullopt);
    json.key("properties");
    json.begin_object();
    write_text(json, "severity", to_string(finding.severity));
    write_basis(json, finding.basis);
    json.end_object();
    json.end_object();
    text_ += ",\n";
  }

  static std::string message_of(const Claim& claim) {
    std::string message = claim.message + ". Support: " + support_text(claim.support) + ".";
    if (!claim.instead.empty()) message += " Safer: " + claim.instead;
    return message;
  }

  /// Where characters cannot be counted, the bytes and the line of the sentence are known.
  void write_region(JsonWriter& json, const Sentence& sentence, Span span) const {
    json.begin_object();
    const auto begin = places_.at(span.begin);
    if (begin) {
      write_characters(json, *begin, *places_.at(span.end));
    } else {
      write_count(json, "startLine", sentence.line);
    }
    write_count(json, "byteOffset", span.begin);
    write_count(json, "byteLength", span.size());
    if (begin) write_sarif_snippet(json, places_.text_of(span));
    json.end_object();
  }

  void write_characters(JsonWriter& json, const TextPosition& begin,
                        const TextPosition& end) const {
    write_count(json, "startLine", begin.line);
    write_count(json, "startColumn", in_utf16_ ? places_.utf16_column(begin) : begin.column);
    write_count(json, "endLine", end.line);
    write_count(json, "endColumn", in_utf16_ ? places_.utf16_column(end) : end.column);
    const std::size_t offset = in_utf16_ ? begin.utf16 : begin.code_point;
    write_count(json, "charOffset", offset);
    write_count(json, "charLength", (in_utf16_ ? end.utf16 : end.code_point) - offset);
  }

  static void write_sarif_snippet(JsonWriter& json, std::string_view text) {
    json.key("snippet");
    json.begin_object();
    write_text(json, "text", text);
    json.end_object();
  }

  static void write_fingerprint(JsonWriter& json, const std::string& id) {
    json.key("partialFingerprints");
    json.begin_object();
    write_text(json, "claimId/v1", id);
    json.end_object();
  }

  /// Empty where nothing is suppressed: SARIF wants it of all results, or of none.
  static void write_suppressions(JsonWriter& json, const std::optional<Decision>& decision) {
    json.key("suppressions");
    json.begin_array();
    if (decision && decision->action == "dismiss") {
      json.begin_object();
      write_text(json, "kind", decision->origin == "inline" ? "inSource" : "external");
      write_text(json, "status", "accepted");
      write_text(json, "justification", decision_text(*decision));
      json.end_object();
    }
    json.end_array();
  }

  void write_properties(JsonWriter& json, const Sentence& sentence, const Claim& claim) const {
    json.key("properties");
    json.begin_object();
    write_text(json, "type", claim.type);
    write_text(json, "severity", to_string(claim.severity));
    if (claim.confidence) write_text(json, "confidence", to_string(*claim.confidence));
    write_text(json, "stance", to_string(claim.stance));
    write_text(json, "voice", to_string(claim.voice));
    write_text(json, "target", to_string(claim.target));
    write_text(json, "support", to_string(claim.support.status));
    write_text(json, "instead", claim.instead);
    write_basis(json, claim.basis);
    if (claim.decision) write_text(json, "decision", decision_text(*claim.decision));
    if (const auto link = text_link(report_, sentence)) write_text(json, "link", *link);
    if (report_.coordinates != "source") {
      write_text(json, "words", words_of(report_, places_, sentence, claim.place));
    }
    json.end_object();
  }

  const Report& report_;
  const OutputOptions& options_;
  Places places_;
  bool in_utf16_;
  std::string text_;
};

}  // namespace

std::string sarif_results(const Report& report, const OutputOptions& options) {
  return Results(report, options).all();
}

void write_sarif_notification(JsonWriter& json, const Report& report) {
  std::string message = status_text(report);
  for (const Note& note : report.notes) message += "; " + note.message;
  json.begin_object();
  json.key("descriptor");
  json.begin_object();
  write_text(json, "id", to_string(report.status));
  json.end_object();
  write_text(json, "level", report.status == Status::partial ? "warning" : "error");
  write_sarif_message(json, "message", message);
  begin_location(json, report);
  end_location(json);
  json.end_object();
}

}  // namespace claimlint::output
