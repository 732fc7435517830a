// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <nlohmann/json.hpp>
#include <optional>

namespace claimlint::server {
namespace {

using nlohmann::ordered_json;

ordered_json nullable(const std::optional<std::string>& value) {
  return value ? ordered_json(*value) : ordered_json();
}

ordered_json of(const RuleInfo& rule) {
  return {{"id", rule.id},
          {"type", rule.type},
          {"message", rule.message},
          {"instead", rule.instead},
          {"severity", to_string(rule.severity)},
          {"basis", rule.basis}};
}

ordered_json of(const TypeInfo& type) {
  return {{"id", type.id},
          {"name", type.name},
          {"meaning", type.meaning},
          {"severity", to_string(type.severity)}};
}

ordered_json of(const Provision& provision) {
  return {{"id", provision.id},
          {"jurisdiction", provision.jurisdiction},
          {"instrument", provision.instrument},
          {"clause", nullable(provision.clause)},
          {"summary", provision.summary},
          {"url", provision.url},
          {"read", nullable(provision.read)},
          {"from", nullable(provision.from)},
          {"to", nullable(provision.to)}};
}

template <typename Values>
ordered_json list_of(const Values& values) {
  ordered_json list = ordered_json::array();
  for (const auto& value : values) list.push_back(of(value));
  return list;
}

}  // namespace

std::string rules_json(const Auditor& auditor) {
  const Lexicons& lexicons = auditor.lexicons();
  const Tool tool = auditor.tool();
  const ordered_json all = {
      {"schema", 1},
      {"tool", {{"name", tool.name}, {"version", tool.version}, {"lexicons", tool.lexicons}}},
      {"rules", list_of(lexicons.rules())},
      {"types", list_of(lexicons.types())},
      {"provisions", list_of(lexicons.provisions())}};
  return all.dump();
}

}  // namespace claimlint::server
