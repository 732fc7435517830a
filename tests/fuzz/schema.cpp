// SPDX-License-Identifier: Apache-2.0
#include "schema.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "checks.hpp"

namespace claimlint::fuzz {
namespace {

using Json = nlohmann::json;

/// As much of JSON Schema as the schema of the report uses; other words in it are refused, so that
/// none is passed over.
class Schema {
 public:
  explicit Schema(Json root) : root_(std::move(root)) {}

  [[nodiscard]] bool allows(const Json& value) { return allows(root_, value); }

 private:
  using Rule = bool (Schema::*)(const Json& rule, const Json& schema, const Json& value);
  static const std::map<std::string, Rule>& rules();

  bool allows(const Json& schema, const Json& value) {
    if (schema.is_boolean()) return schema.get<bool>();
    return std::ranges::all_of(schema.items(), [&](const auto& item) {
      const auto rule = rules().find(item.key());
      require(rule != rules().end(), "the schema is understood");
      return (this->*rule->second)(item.value(), schema, value);
    });
  }

  bool nothing(const Json& /*rule*/, const Json& /*schema*/, const Json& /*value*/) { return true; }

  bool reference(const Json& rule, const Json& /*schema*/, const Json& value) {
    const auto path = rule.get<std::string>().substr(1);
    return allows(root_.at(Json::json_pointer(path)), value);
  }

  static bool is_type(const std::string& name, const Json& value) {
    if (name == "integer") return value.is_number_integer();
    if (name == "number") return value.is_number();
    return name == value.type_name();
  }
  bool type(const Json& rule, const Json& /*schema*/, const Json& value) {
    if (rule.is_string()) return is_type(rule, value);
    return std::ranges::any_of(rule, [&](const Json& name) { return is_type(name, value); });
  }

  bool constant(const Json& rule, const Json& /*schema*/, const Json& value) {
    return rule == value;
  }
  bool enumeration(const Json& rule, const Json& /*schema*/, const Json& value) {
    return std::ranges::find(rule, value) != rule.end();
  }
  bool one_of(const Json& rule, const Json& /*schema*/, const Json& value) {
    return std::ranges::count_if(rule, [&](const Json& each) { return allows(each, value); }) == 1;
  }
  bool all_of(const Json& rule, const Json& /*schema*/, const Json& value) {
    return std::ranges::all_of(rule, [&](const Json& each) { return allows(each, value); });
  }
  bool condition(const Json& rule, const Json& schema, const Json& value) {
    const char* const branch = allows(rule, value) ? "then" : "else";
    return !schema.contains(branch) || allows(schema.at(branch), value);
  }

  bool required(const Json& rule, const Json& /*schema*/, const Json& value) {
    return !value.is_object() || std::ranges::all_of(rule, [&](const Json& name) {
      return value.contains(name.get<std::string>());
    });
  }
  bool properties(const Json& rule, const Json& /*schema*/, const Json& value) {
    return !value.is_object() || std::ranges::all_of(value.items(), [&](const auto& item) {
      return !rule.contains(item.key()) || allows(rule.at(item.key()), item.value());
    });
  }
  bool further_properties(const Json& rule, const Json& schema, const Json& value) {
    return !value.is_object() || std::ranges::all_of(value.items(), [&](const auto& item) {
      const bool known =
          schema.contains("properties") && schema.at("properties").contains(item.key());
      return known || allows(rule, item.value());
    });
  }
  bool property_names(const Json& rule, const Json& /*schema*/, const Json& value) {
    return !value.is_object() || std::ranges::all_of(value.items(), [&](const auto& item) {
      return allows(rule, item.key());
    });
  }

  bool items(const Json& rule, const Json& /*schema*/, const Json& value) {
    return !value.is_array() ||
           std::ranges::all_of(value, [&](const Json& item) { return allows(rule, item); });
  }
  bool min_items(const Json& rule, const Json& /*schema*/, const Json& value) {
    return !value.is_array() || value.size() >= rule.get<std::size_t>();
  }
  bool max_items(const Json& rule, const Json& /*schema*/, const Json& value) {
    return !value.is_array() || value.size() <= rule.get<std::size_t>();
  }
  bool minimum(const Json& rule, const Json& /*schema*/, const Json& value) {
    return !value.is_number() || value >= rule;
  }
  bool maximum(const Json& rule, const Json& /*schema*/, const Json& value) {
    return !value.is_number() || value <= rule;
  }
  bool min_length(const Json& rule, const Json& /*schema*/, const Json& value) {
    return !value.is_string() || !value.get_ref<const std::string&>().empty() || rule == 0;
  }
  bool pattern(const Json& rule, const Json& /*schema*/, const Json& value) {
    if (!value.is_string()) return true;
    const auto& text = rule.get_ref<const std::string&>();
    return RE2::PartialMatch(value.get<std::string>(),
                             patterns_.try_emplace(text, text).first->second);
  }

  Json root_;
  std::map<std::string, RE2> patterns_;
};

const std::map<std::string, Schema::Rule>& Schema::rules() {
  static const std::map<std::string, Rule> kRules = {
      {"$defs", &Schema::nothing},         {"$ref", &Schema::reference},
      {"$schema", &Schema::nothing},       {"additionalProperties", &Schema::further_properties},
      {"allOf", &Schema::all_of},          {"const", &Schema::constant},
      {"description", &Schema::nothing},   {"else", &Schema::nothing},
      {"enum", &Schema::enumeration},      {"if", &Schema::condition},
      {"items", &Schema::items},           {"maxItems", &Schema::max_items},
      {"maximum", &Schema::maximum},       {"minItems", &Schema::min_items},
      {"minLength", &Schema::min_length},  {"minimum", &Schema::minimum},
      {"oneOf", &Schema::one_of},          {"pattern", &Schema::pattern},
      {"properties", &Schema::properties}, {"propertyNames", &Schema::property_names},
      {"required", &Schema::required},     {"then", &Schema::nothing},
      {"title", &Schema::nothing},         {"type", &Schema::type},
  };
  return kRules;
}

std::string description() {
  std::ifstream in(CLAIMLINT_REPORT_SCHEMA);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

void require_schema(std::string_view json) {
  static Schema schema(Json::parse(description()));
  const Json value = Json::parse(json, nullptr, false);
  require(!value.is_discarded(), "a report is JSON");
  const bool allowed = schema.allows(value);
  if (!allowed) std::cerr << json << '\n';
  require(allowed, "a report is what the schema describes");
}

}  // namespace claimlint::fuzz
