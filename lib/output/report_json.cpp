// SPDX-License-Identifier: Apache-2.0
#include "report_json.hpp"

#include "json_fields.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

void write_head(JsonWriter& json, std::string_view kind) {
  write_text(json, "kind", kind);
  write_count(json, "schema", kSchema);
}

void write_origin(JsonWriter& json, const Origin& origin) {
  json.key("source");
  json.begin_object();
  write_nullable(json, "url", origin.url);
  write_nullable(json, "site", origin.site);
  write_nullable(json, "title", origin.title);
  write_nullable(json, "retrieved", origin.retrieved);
  json.end_object();
}

void write_reading(JsonWriter& json, const Places& places, const Report& report) {
  write_text(json, "format", report.format);
  write_text(json, "encoding", report.encoding);
  write_text(json, "language", report.language);
  write_count(json, "bytes", report.bytes);
  write_text(json, "sha256", report.sha256);
  write_text(json, "content_sha256", report.content_sha256);
  write_text(json, "coordinates", report.coordinates);
  write_text(json, "offsets", name_of(places.unit()));
  write_text(json, "status", to_string(report.status));
  write_texts(json, "reasons", report.reasons);
}

void write_notes(JsonWriter& json, const Places& places, const std::vector<Note>& notes) {
  write_objects(json, "notes", notes, [&](const Note& note) {
    write_text(json, "code", note.code);
    write_text(json, "message", note.message);
    write_span(json, places, "span", note.span);
  });
}

void write_findings(JsonWriter& json, const Places& places, const std::vector<Finding>& findings) {
  write_objects(json, "findings", findings, [&](const Finding& finding) {
    write_text(json, "id", finding.id);
    write_text(json, "type", finding.type);
    write_text(json, "severity", to_string(finding.severity));
    write_text(json, "message", finding.message);
    write_basis(json, finding.basis);
    write_span(json, places, "span", finding.span);
  });
}

void write_score(JsonWriter& json, const std::optional<Score>& score) {
  json.key("score");
  if (!score) return json.null();
  json.begin_object();
  write_points(json, "risk", score->risk);
  write_points(json, "percentile", score->percentile);
  write_text(json, "band", to_string(score->band));
  write_count(json, "sentences", score->sentences);
  write_count(json, "flagged", score->flagged);
  write_count(json, "claims", score->claims);
  write_by_severity(json, score->by_severity);
  write_by_type(json, score->by_type);
  write_objects(json, "breakdown", score->breakdown, [&](const ScorePart& part) {
    write_text(json, "reason", part.reason);
    write_points(json, "points", part.points);
  });
  json.end_object();
}

void write_cluster(JsonWriter& json, const ClaimCluster& cluster) {
  write_text(json, "id", cluster.id);
  write_text(json, "type", cluster.type);
  write_text(json, "text", cluster.text);
  write_text(json, "severity", to_string(cluster.severity));
  write_count(json, "claims", cluster.claims);
  write_count(json, "documents", cluster.documents);
  write_count(json, "sites", cluster.sites);
  write_texts(json, "paths", cluster.paths);
}

void write_roll_up(JsonWriter& json, const RollUp& part) {
  write_text(json, "name", part.name);
  write_count(json, "documents", part.documents);
  write_count(json, "not_audited", part.not_audited);
  write_count(json, "band_high", part.band_high);
  write_count(json, "claims", part.claims);
  write_by_severity(json, part.by_severity);
  write_points(json, "highest_risk", part.highest_risk);
  write_points(json, "mean_risk", part.mean_risk);
}

}  // namespace

void write_tool(JsonWriter& json, const Tool& tool) {
  json.key("tool");
  json.begin_object();
  write_text(json, "name", tool.name);
  write_text(json, "version", tool.version);
  write_text(json, "lexicons", tool.lexicons);
  json.key("engine");
  json.begin_object();
  write_text(json, "icu", tool.icu);
  write_text(json, "unicode", tool.unicode);
  write_text(json, "re2", tool.re2);
  json.end_object();
  write_text(json, "configuration", tool.configuration);
  json.end_object();
}

void write_document(JsonWriter& json, const Report& report, const OutputOptions& options) {
  const Places places(report, options.offsets);
  json.begin_object();
  write_head(json, "document");
  write_text(json, "path", report.path);
  write_nullable(json, "path_bytes", report.path_bytes);
  write_origin(json, report.source);
  write_reading(json, places, report);
  write_notes(json, places, report.notes);
  write_findings(json, places, report.findings);
  write_score(json, report.score);
  json.key("sentences");
  json.begin_array();
  for (const Sentence& sentence : report.sentences) {
    if (is_listed(sentence, options.sentences)) write_sentence(json, places, report, sentence);
  }
  json.end_array();
  json.end_object();
}

void write_summary(JsonWriter& json, const Tool& tool, const Summary& summary) {
  json.begin_object();
  write_head(json, "summary");
  write_tool(json, tool);
  write_count(json, "documents", summary.documents);
  json.key("by_status");
  json.begin_object();
  write_count(json, "audited", summary.audited);
  write_count(json, "partial", summary.partial);
  write_count(json, "not_audited", summary.not_audited);
  json.end_object();
  json.key("by_band");
  json.begin_object();
  write_count(json, "high", summary.band_high);
  write_count(json, "medium", summary.band_medium);
  write_count(json, "low", summary.band_low);
  json.end_object();
  write_count(json, "claims", summary.claims);
  write_by_severity(json, summary.by_severity);
  write_by_type(json, summary.by_type);
  write_count(json, "hidden", summary.hidden);
  write_objects(json, "clusters", summary.clusters,
                [&](const ClaimCluster& cluster) { write_cluster(json, cluster); });
  write_objects(json, "sites", summary.sites,
                [&](const RollUp& site) { write_roll_up(json, site); });
  write_objects(json, "folders", summary.folders,
                [&](const RollUp& folder) { write_roll_up(json, folder); });
  json.end_object();
}

}  // namespace claimlint::output
