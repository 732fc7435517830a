// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "claimlint/pages.hpp"
#include "html_data.hpp"
#include "html_shell.hpp"
#include "json_fields.hpp"
#include "report_json.hpp"

namespace claimlint {
namespace {

using output::JsonWriter;

/// Of an id that a row keeps: enough to tell the claims of one report apart.
constexpr std::size_t kShortId = 12;
/// How finely a row says where in its document a claim is.
constexpr std::size_t kPlaces = 1000;

bool is_dismissed(const Claim& claim) {
  return claim.vetoed && claim.vetoed->reason == "dismissed";
}

bool is_in_baseline(const Claim& claim) {
  return claim.vetoed && claim.vetoed->reason == "baseline";
}

/// What a reviewer has to do with: what counts, and what would but for a decision.
bool is_for_review(const Claim& claim) { return claim.counts() || is_dismissed(claim); }

char state_of(const Claim& claim) {
  if (is_dismissed(claim)) return 'd';
  return claim.decision && claim.decision->action == "accept" ? 'a' : '.';
}

/// A claim in a row: short id, severity, state, and place as three digits.
std::string packed(const Claim& claim, std::size_t place) {
  std::string text = claim.id.substr(0, kShortId);
  text.resize(kShortId, '0');
  text += to_string(claim.severity).front();
  text += state_of(claim);
  const std::string digits = std::to_string(std::min(place, kPlaces - 1));
  return text + std::string(3 - digits.size(), '0') + digits;
}

std::string packed_claims(const Report& report) {
  const std::size_t sentences =
      report.score ? std::max<std::size_t>(report.score->sentences, 1) : 1;
  std::string text;
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) {
      if (is_for_review(claim)) text += packed(claim, sentence.index * kPlaces / sentences);
    }
  }
  return text;
}

void write_given(JsonWriter& json, std::string_view key, const std::optional<std::string>& value) {
  if (value) output::write_text(json, key, *value);
}

void write_score(JsonWriter& json, const Score& score) {
  output::write_points(json, "risk", score.risk);
  output::write_text(json, "band", to_string(score.band));
  output::write_count(json, "sentences", score.sentences);
  json.key("severity");
  json.begin_array();
  json.count(score.by_severity.high);
  json.count(score.by_severity.medium);
  json.count(score.by_severity.low);
  json.end_array();
}

/// The object of a claim's decision in `data`, which review_document() wrote: of a report out of a
/// store that tells more than the report does.
std::string_view decision_in(std::string_view data, std::string_view claim) {
  constexpr std::string_view kKey = "\"decision\":";
  const std::size_t at = data.find("{\"id\":\"" + std::string(claim) + "\"");
  if (at == std::string_view::npos) return {};
  const std::size_t begin = data.find(kKey, at);
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = data.substr(begin + kKey.size());
  bool quoted = false;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (quoted && rest[i] == '\\') {
      ++i;
    } else if (rest[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && rest[i] == '}') {
      return rest.substr(0, i + 1);
    }
  }
  return {};
}

/// Claims that say the same and have several ids, as `"WHAT":["ID",...]`.
template <typename Said>
void write_groups(JsonWriter& json, std::vector<Said> said) {
  std::sort(said.begin(), said.end());
  said.erase(std::unique(said.begin(), said.end()), said.end());
  json.key("groups");
  json.begin_object();
  for (auto group = said.begin(); group != said.end();) {
    const auto end = std::find_if(group, said.end(),
                                  [&](const Said& other) { return other.first != group->first; });
    if (end - group > 1) {
      json.key(output::said_text(group->first));
      json.begin_array();
      for (auto claim = group; claim != end; ++claim) json.string(claim->second);
      json.end_array();
    }
    group = end;
  }
  json.end_object();
}

void write_array(JsonWriter& json, std::string_view key, const std::vector<std::string>& objects) {
  json.key(key);
  json.begin_array();
  for (const std::string& object : objects) json.raw(object);
  json.end_array();
}

}  // namespace

std::size_t ReviewIndex::type_index(std::string_view type) {
  const auto known = type_indices_.find(type);
  if (known != type_indices_.end()) return known->second;
  types_.emplace_back(type);
  type_indices_.emplace(type, types_.size() - 1);
  return types_.size() - 1;
}

void ReviewIndex::add(const Report& report, std::string_view id, std::string_view data) {
  std::string row;
  JsonWriter json(row);
  json.begin_object();
  output::write_text(json, "id", id);
  output::write_text(json, "path", report.path);
  write_given(json, "url", report.source.url);
  write_given(json, "site", report.source.site);
  write_given(json, "title", report.source.title);
  output::write_text(json, "status", to_string(report.status));
  if (report.score) write_score(json, *report.score);
  json.key("types");
  json.begin_array();
  if (report.score) {
    for (const TypeCount& type : report.score->by_type) {
      json.begin_array();
      json.count(type_index(type.type));
      json.count(type.count);
      json.end_array();
    }
  }
  json.end_array();
  output::write_text(json, "claims", packed_claims(report));
  json.end_object();
  rows_.push_back(std::move(row));
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) {
      add_claim(claim, output::said_by(claim.type, sentence.text), data);
    }
  }
}

void ReviewIndex::add_claim(const Claim& claim, std::uint64_t said, std::string_view data) {
  if (is_in_baseline(claim)) ++in_baseline_;
  if (!is_for_review(claim)) return;
  said_.emplace_back(said, claim.id);
  if (!claim.decision || claim.decision->origin == "inline" || decided_.contains(claim.id)) return;
  const std::string_view decision = decision_in(data, claim.id);
  if (decision.empty()) return;
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  output::write_text(json, "claim", claim.id);
  output::write_text(json, "type", claim.type);
  output::write_text(json, "rule", claim.rule);
  json.key("decision");
  json.raw(decision);
  json.end_object();
  decided_.emplace(claim.id, std::move(text));
}

std::string ReviewIndex::json(std::string_view mode, const Tool& tool,
                              const Summary& summary) const {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  output::write_text(json, "mode", mode);
  std::string totals;
  JsonWriter totals_json(totals);
  output::write_summary(totals_json, tool, summary);
  json.key("summary");
  json.raw(totals);
  json.key("meta");
  json.begin_object();
  json.key("types");
  json.begin_object();
  for (const std::string& type : types_) output::write_type(json, lexicons_, type);
  json.end_object();
  json.end_object();
  output::write_texts(json, "types", types_);
  output::write_count(json, "in_baseline", in_baseline_);
  write_array(json, "documents", rows_);
  write_groups(json, said_);
  json.key("decided");
  json.begin_array();
  for (const auto& [claim, decision] : decided_) json.raw(decision);
  json.end_array();
  json.end_object();
  return output::without_tags(text);
}

}  // namespace claimlint
