// SPDX-License-Identifier: Apache-2.0
#include "report_fields.hpp"

#include <array>
#include <utility>

namespace claimlint::review {
namespace {

constexpr std::size_t kSchema = 1;

constexpr std::array kUnits = {
    std::pair<std::string_view, OffsetUnit>{"bytes", OffsetUnit::bytes},
    std::pair<std::string_view, OffsetUnit>{"code-points", OffsetUnit::code_points},
    std::pair<std::string_view, OffsetUnit>{"utf-16", OffsetUnit::utf16},
    std::pair<std::string_view, OffsetUnit>{"line-column", OffsetUnit::line_column}};

Origin origin_of(const JsonNode& source) {
  return {text_in(source, "url"), text_in(source, "site"), text_in(source, "title"),
          text_in(source, "retrieved")};
}

std::vector<Note> notes_of(const JsonNode& notes) {
  std::vector<Note> result;
  notes.items([&](const JsonNode& note) {
    result.push_back({note["code"].text(), note["message"].text(), span_in(note, "span")});
  });
  return result;
}

std::vector<Finding> findings_of(const JsonNode& findings) {
  std::vector<Finding> result;
  findings.items([&](const JsonNode& finding) {
    result.push_back({finding["id"].text(), finding["type"].text(),
                      finding["severity"].choice(Severity::high), finding["message"].text(),
                      basis_of(finding["basis"]), span_in(finding, "span")});
  });
  return result;
}

SeverityCounts severities_of(const JsonNode& counts) {
  return {counts["high"].count(), counts["medium"].count(), counts["low"].count()};
}

std::vector<TypeCount> types_of(const JsonNode& counts) {
  std::vector<TypeCount> result;
  counts.members([&](const std::string& type, const JsonNode& count) {
    result.push_back({type, count.count()});
  });
  return result;
}

Score score_of(const JsonNode& score) {
  Score result;
  result.risk = score["risk"].number();
  if (const auto percentile = score.find("percentile")) result.percentile = percentile->number();
  result.band = score["band"].choice(Band::high);
  result.sentences = score["sentences"].count();
  result.flagged = score["flagged"].count();
  result.claims = score["claims"].count();
  result.by_severity = severities_of(score["by_severity"]);
  result.by_type = types_of(score["by_type"]);
  score["breakdown"].items([&](const JsonNode& part) {
    result.breakdown.push_back({part["reason"].text(), part["points"].number()});
  });
  return result;
}

ClaimCluster cluster_of(const JsonNode& cluster) {
  ClaimCluster result;
  result.id = cluster["id"].text();
  result.type = cluster["type"].text();
  result.text = cluster["text"].text();
  result.severity = cluster["severity"].choice(Severity::high);
  result.claims = cluster["claims"].count();
  result.documents = cluster["documents"].count();
  result.sites = cluster["sites"].count();
  result.paths = texts_of(cluster["paths"]);
  return result;
}

RollUp roll_up_of(const JsonNode& totals) {
  RollUp result;
  result.name = totals["name"].text();
  result.documents = totals["documents"].count();
  result.not_audited = totals["not_audited"].count();
  result.band_high = totals["band_high"].count();
  result.claims = totals["claims"].count();
  result.by_severity = severities_of(totals["by_severity"]);
  result.highest_risk = totals["highest_risk"].number();
  result.mean_risk = totals["mean_risk"].number();
  return result;
}

/// The items of a list that older reports do not have.
template <typename Value>
std::vector<Value> list_in(const JsonNode& object, std::string_view key,
                           Value (*read)(const JsonNode&)) {
  std::vector<Value> result;
  if (const auto list = object.find(key)) {
    list->items([&](const JsonNode& item) { result.push_back(read(item)); });
  }
  return result;
}

}  // namespace

void require_schema(const JsonNode& schema) {
  if (schema.count() <= kSchema) return;
  schema.fail(std::to_string(schema.count()) + " is newer than what this version reads (" +
              std::to_string(kSchema) + ")");
}

std::vector<std::string> texts_of(const JsonNode& texts) {
  std::vector<std::string> result;
  texts.items([&](const JsonNode& text) { result.push_back(text.text()); });
  return result;
}

std::optional<std::string> text_in(const JsonNode& object, std::string_view key) {
  const auto member = object.find(key);
  return member ? std::optional(member->text()) : std::nullopt;
}

Span span_of(const JsonNode& span) {
  std::vector<std::size_t> ends;
  bool in_lines = false;
  span.items([&](const JsonNode& end) {
    in_lines = end.is_array();
    ends.push_back(in_lines ? 0 : end.count());
  });
  if (ends.size() != 2 || ends[1] < ends[0]) span.fail("is no range");
  return {ends[0], ends[1]};
}

std::optional<Span> span_in(const JsonNode& object, std::string_view key) {
  const auto member = object.find(key);
  return member ? std::optional(span_of(*member)) : std::nullopt;
}

Place place_of(const JsonNode& object) {
  return {span_of(object["span"]), list_in(object, "parts", span_of)};
}

std::vector<BasisReference> basis_of(const JsonNode& basis) {
  std::vector<BasisReference> result;
  basis.items([&](const JsonNode& reference) {
    result.push_back({reference["id"].text(), reference["jurisdiction"].text(),
                      reference["outcome"].choice(Outcome::accepted)});
  });
  return result;
}

OffsetUnit offsets_of(const JsonNode& document) {
  const auto unit = document.find("offsets");
  if (!unit) return OffsetUnit::bytes;
  for (const auto& [name, value] : kUnits) {
    if (unit->text() == name) return value;
  }
  unit->fail("'" + unit->text() + "' is no unit");
}

Tool tool_of(const JsonNode& tool) {
  const JsonNode engine = tool["engine"];
  return {tool["name"].text(),
          tool["version"].text(),
          tool["lexicons"].text(),
          engine["icu"].text(),
          engine["unicode"].text(),
          engine["re2"].text(),
          text_in(tool, "configuration").value_or("")};
}

Report report_of(const JsonNode& document) {
  require_schema(document["schema"]);
  if (document["kind"].text() != "document") document["kind"].fail("is not 'document'");
  Report report;
  report.path = document["path"].text();
  report.path_bytes = text_in(document, "path_bytes");
  report.source = origin_of(document["source"]);
  report.format = document["format"].text();
  report.encoding = document["encoding"].text();
  report.language = document["language"].text();
  report.bytes = document["bytes"].count();
  report.sha256 = document["sha256"].text();
  report.content_sha256 = document["content_sha256"].text();
  report.coordinates = document["coordinates"].text();
  report.status = document["status"].choice(Status::not_audited);
  report.reasons = texts_of(document["reasons"]);
  report.notes = notes_of(document["notes"]);
  report.findings = findings_of(document["findings"]);
  if (const auto score = document.find("score")) report.score = score_of(*score);
  document["sentences"].items(
      [&](const JsonNode& sentence) { report.sentences.push_back(sentence_of(sentence)); });
  return report;
}

Summary summary_of(const JsonNode& summary) {
  require_schema(summary["schema"]);
  Summary result;
  result.documents = summary["documents"].count();
  const JsonNode status = summary["by_status"];
  result.audited = status["audited"].count();
  result.partial = status["partial"].count();
  result.not_audited = status["not_audited"].count();
  const JsonNode band = summary["by_band"];
  result.band_high = band["high"].count();
  result.band_medium = band["medium"].count();
  result.band_low = band["low"].count();
  result.claims = summary["claims"].count();
  result.by_severity = severities_of(summary["by_severity"]);
  result.by_type = types_of(summary["by_type"]);
  if (const auto hidden = summary.find("hidden")) result.hidden = hidden->count();
  result.clusters = list_in(summary, "clusters", cluster_of);
  result.sites = list_in(summary, "sites", roll_up_of);
  result.folders = list_in(summary, "folders", roll_up_of);
  return result;
}

}  // namespace claimlint::review
