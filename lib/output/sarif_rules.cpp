// SPDX-License-Identifier: Apache-2.0
#include "sarif_rules.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "json_fields.hpp"

namespace claimlint::output {
namespace {

/// No rule, but the confidence model: what its claims have in common.
constexpr std::string_view kModelRule = "model";
constexpr std::string_view kModelBrief =
    "no rule found this, but it reads like a claim of its type";

/// What SARIF says of a rule.
struct Description {
  std::string id;
  std::string type;
  std::string brief;
  std::string meaning;
  std::string not_a_claim;
  std::string instead;
  std::string level;
  std::vector<const Provision*> basis;
  std::vector<std::string> want;
  std::vector<std::string> absent;
};

template <typename Entries>
auto find_entry(const Entries& entries, std::string_view id) -> decltype(&*entries.begin()) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

/// A wording of the lexicons, with the names of its roles for what fills them.
std::string general(std::string_view wording) {
  std::string text;
  for (const char c : wording) {
    if (c != '{' && c != '}') text += c;
  }
  return text;
}

void complete(Description& description, const Lexicons& lexicons) {
  if (const RuleInfo* const rule = find_entry(lexicons.rules(), description.id)) {
    description.type = rule->type;
    description.brief = general(rule->message);
    description.instead = general(rule->instead);
    description.level = sarif_level(rule->severity);
    description.want = rule->want;
    description.absent = rule->absent;
    for (const std::string& id : rule->basis) {
      if (const auto* const found = find_entry(lexicons.provisions(), id)) {
        description.basis.push_back(found);
      }
    }
  }
  if (const TypeInfo* const type = find_entry(lexicons.types(), description.type)) {
    description.meaning = general(type->meaning);
    description.not_a_claim = general(type->not_a_claim);
  }
}

std::string title_of(const Provision& provision) {
  return provision.instrument + (provision.clause ? ", " + *provision.clause : "");
}

std::string help_text(const Description& rule) {
  std::string text = rule.meaning.empty() ? rule.brief : rule.meaning;
  if (!rule.not_a_claim.empty()) text += "\n\nNot a claim: " + rule.not_a_claim;
  if (!rule.instead.empty()) text += "\n\nSafer: " + rule.instead;
  for (const Provision* const provision : rule.basis) {
    text += "\n\nBasis: " + title_of(*provision) + " " + provision->url;
  }
  return text + "\n\nA screening aid, not a legal finding.";
}

std::string literal(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped;
}

void append_list(std::string& text, std::string_view title, const std::vector<std::string>& items) {
  if (items.empty()) return;
  text.append("\n\n").append(title).append(":\n");
  for (const std::string& item : items) text.append("\n- ").append(literal(item));
}

std::string help_markdown(const Description& rule) {
  std::string text = literal(rule.meaning.empty() ? rule.brief : rule.meaning);
  if (!rule.not_a_claim.empty()) text += "\n\n**Not a claim:** " + literal(rule.not_a_claim);
  if (!rule.instead.empty()) text += "\n\n**Safer:** " + literal(rule.instead);
  if (!rule.basis.empty()) text += "\n\nBasis:\n";
  for (const Provision* const provision : rule.basis) {
    text += "\n- [" + literal(title_of(*provision)) + "](" + provision->url + ")";
  }
  append_list(text, "Reported", rule.want);
  append_list(text, "Not reported", rule.absent);
  return text + "\n\nA screening aid, not a legal finding.";
}

std::string_view problem_severity(std::string_view level) {
  return level == "error" || level == "warning" ? level : "recommendation";
}

void write_properties(JsonWriter& json, const Description& rule) {
  json.key("properties");
  json.begin_object();
  write_text(json, "type", rule.type);
  write_text(json, "problem.severity", problem_severity(rule.level));
  write_texts(json, "tags", {"health-claims", rule.type.substr(0, rule.type.find('.'))});
  json.key("basis");
  json.begin_array();
  for (const Provision* const provision : rule.basis) json.string(provision->id);
  json.end_array();
  json.end_object();
}

/// Of text in which braces are as SARIF wants them.
void write_message(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.begin_object();
  write_text(json, "text", text);
  json.end_object();
}

void write_rule(JsonWriter& json, const Description& rule) {
  json.begin_object();
  write_text(json, "id", rule.id);
  write_message(json, "shortDescription", rule.brief);
  write_message(json, "fullDescription", rule.meaning.empty() ? rule.brief : rule.meaning);
  json.key("help");
  json.begin_object();
  write_text(json, "text", help_text(rule));
  write_text(json, "markdown", help_markdown(rule));
  json.end_object();
  if (!rule.basis.empty()) write_text(json, "helpUri", rule.basis.front()->url);
  json.key("defaultConfiguration");
  json.begin_object();
  write_text(json, "level", rule.level);
  json.end_object();
  write_properties(json, rule);
  json.end_object();
}

}  // namespace

void SarifRules::add(std::string_view results) {
  constexpr std::string_view kBegin = "{\"ruleId\":\"";
  constexpr std::string_view kEnd = ",\n";
  for (std::size_t at = 0; at < results.size();) {
    const std::size_t end = results.find(kEnd, at);
    const std::string_view result = results.substr(at, end - at);
    std::string id(result.substr(kBegin.size(), result.find('"', kBegin.size()) - kBegin.size()));
    if (!rules_.contains(id)) {
      const auto read = nlohmann::json::parse(result);
      rules_[std::move(id)] = {read["properties"].value("type", ""), read["message"]["text"],
                               read["level"]};
    }
    at = end + kEnd.size();
  }
}

void SarifRules::write(JsonWriter& json) const {
  json.key("rules");
  json.begin_array();
  for (const auto& [id, seen] : rules_) {
    Description description;
    description.id = id;
    description.type = seen.type.empty() ? id : seen.type;
    description.brief = seen.message;
    description.level = seen.level;
    if (id == kModelRule) {
      description.type = id;
      description.brief = kModelBrief;
      description.level = sarif_level(Severity::medium);
    }
    if (lexicons_ != nullptr) complete(description, *lexicons_);
    write_rule(json, description);
  }
  json.end_array();
}

std::string_view sarif_level(Severity severity) {
  switch (severity) {
    case Severity::high:
      return "error";
    case Severity::medium:
      return "warning";
    case Severity::low:
      return "note";
    case Severity::none:
      return "none";
  }
  return "none";
}

void write_sarif_message(JsonWriter& json, std::string_view key, std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const bool opens_target = c == '(' && escaped.ends_with(']');
    if (opens_target) escaped += ' ';
    escaped.append(c == '{' || c == '}' ? 2 : 1, c);
  }
  write_message(json, key, escaped);
}

}  // namespace claimlint::output
