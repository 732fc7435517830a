// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "diff_writers.hpp"
#include "json_fields.hpp"

namespace claimlint::output {
namespace {

constexpr std::size_t kDiffSchema = 1;

void write_tool_state(JsonWriter& json, std::string_view key, const Tool& tool) {
  json.key(key);
  json.begin_object();
  write_text(json, "version", tool.version);
  write_text(json, "lexicons", tool.lexicons);
  write_text(json, "configuration", tool.configuration);
  json.end_object();
}

void write_state(JsonWriter& json, std::string_view key,
                 const std::optional<DocumentState>& state) {
  json.key(key);
  if (!state) return json.null();
  json.begin_object();
  write_text(json, "path", state->path);
  write_text(json, "status", to_string(state->status));
  write_points(json, "risk", state->risk);
  write_count(json, "claims", state->claims);
  json.end_object();
}

void write_state(JsonWriter& json, std::string_view key, const std::optional<ClaimState>& state) {
  json.key(key);
  if (!state) return json.null();
  json.begin_object();
  write_text(json, "id", state->id);
  write_text(json, "type", state->type);
  write_text(json, "rule", state->rule);
  write_text(json, "severity", to_string(state->severity));
  write_count(json, "line", state->line);
  write_count(json, "column", state->column);
  write_text(json, "text", state->text);
  json.end_object();
}

void write_change(JsonWriter& json, const ClaimChange& change) {
  write_text(json, "change", to_string(change.change));
  write_nullable(json, "vetoed", change.veto.empty() ? std::nullopt : std::optional(change.veto));
  write_state(json, "before", change.before);
  write_state(json, "after", change.after);
}

void write_totals(JsonWriter& json, const DiffTotals& totals) {
  json.begin_object();
  write_count(json, "documents", totals.documents);
  write_count(json, "added", totals.added);
  write_count(json, "removed", totals.removed);
  write_count(json, "renamed", totals.renamed);
  write_count(json, "changed", totals.changed);
  write_count(json, "less_complete", totals.less_complete);
  json.key("claims");
  json.begin_object();
  for (std::size_t i = 0; i < kChanges; ++i) {
    write_count(json, to_string(static_cast<Change>(i)), totals.claims.at(i));
  }
  json.end_object();
  json.key("worse");
  json.begin_object();
  write_count(json, "high", totals.worse.high);
  write_count(json, "medium", totals.worse.medium);
  write_count(json, "low", totals.worse.low);
  json.end_object();
  json.end_object();
}

/// One JSON object, written as it comes, a line for each document.
class JsonDiffWriter final : public DiffWriter {
 public:
  explicit JsonDiffWriter(std::ostream& out) : out_(out) {}

  void begin(const Tool& before, const Tool& after) override {
    json_.begin_object();
    write_text(json_, "kind", "diff");
    write_count(json_, "schema", kDiffSchema);
    write_tool_state(json_, "before", before);
    write_tool_state(json_, "after", after);
    json_.key("documents");
    json_.begin_array();
    flush();
  }

  void document(const DocumentDiff& document) override {
    json_.begin_object();
    write_state(json_, "before", document.before);
    write_state(json_, "after", document.after);
    write_objects(json_, "claims", document.claims,
                  [&](const ClaimChange& change) { write_change(json_, change); });
    json_.end_object();
    flush();
  }

  void end(const DiffTotals& totals) override {
    json_.end_array();
    json_.key("summary");
    write_totals(json_, totals);
    json_.end_object();
    flush();
  }

 private:
  void flush() {
    out_ << pending_ << '\n';
    pending_.clear();
  }

  std::ostream& out_;
  std::string pending_;
  JsonWriter json_{pending_};
};

}  // namespace

std::unique_ptr<DiffWriter> json_diff_writer(std::ostream& out) {
  return std::make_unique<JsonDiffWriter>(out);
}

}  // namespace claimlint::output
