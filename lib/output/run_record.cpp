// SPDX-License-Identifier: Apache-2.0
#include "claimlint/run_record.hpp"

#include <cmath>
#include <ostream>

#include "json_fields.hpp"
#include "json_writer.hpp"
#include "report_json.hpp"

namespace claimlint {
namespace {

using output::JsonWriter;

void write_seconds(JsonWriter& json, std::string_view key, double seconds) {
  constexpr double kMilliseconds = 1000;
  json.key(key);
  json.number(std::round(seconds * kMilliseconds) / kMilliseconds);
}

void write_totals(JsonWriter& json, const Summary& summary) {
  output::write_count(json, "documents", summary.documents);
  json.key("by_status");
  json.begin_object();
  output::write_count(json, "audited", summary.audited);
  output::write_count(json, "partial", summary.partial);
  output::write_count(json, "not_audited", summary.not_audited);
  json.end_object();
  output::write_count(json, "claims", summary.claims);
  output::write_by_severity(json, summary.by_severity);
}

}  // namespace

void write_run_record(std::ostream& out, const RunRecord& record) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  output::write_text(json, "kind", "run");
  output::write_count(json, "schema", 1);
  output::write_text(json, "report", record.report);
  output::write_text(json, "started", record.started);
  output::write_text(json, "finished", record.finished);
  output::write_text(json, "host", record.host);
  output::write_texts(json, "arguments", record.arguments);
  output::write_tool(json, record.tool);
  write_totals(json, record.summary);
  output::write_count(json, "reused", record.reused);
  output::write_count(json, "exit_code", static_cast<std::size_t>(record.exit_code));
  write_seconds(json, "wall_seconds", record.wall_seconds);
  write_seconds(json, "cpu_seconds", record.cpu_seconds);
  output::write_count(json, "peak_memory", record.peak_memory);
  json.end_object();
  out << text << '\n';
}

}  // namespace claimlint
