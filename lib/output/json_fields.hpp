// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claimlint/report.hpp"
#include "json_writer.hpp"
#include "places.hpp"

/// Members that several objects of the report have in common.
namespace claimlint::output {

void write_text(JsonWriter& json, std::string_view key, std::string_view value);
void write_nullable(JsonWriter& json, std::string_view key,
                    const std::optional<std::string>& value);
void write_count(JsonWriter& json, std::string_view key, std::size_t value);
void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& values);
void write_points(JsonWriter& json, std::string_view key, const std::optional<double>& points);
/// In the unit of `places`.
void write_span(JsonWriter& json, const Places& places, std::string_view key,
                const std::optional<Span>& span);
/// `span`, and `parts` where the words do not stand in one piece.
void write_place(JsonWriter& json, const Places& places, const Place& place);
void write_basis(JsonWriter& json, const std::vector<BasisReference>& basis);
void write_by_severity(JsonWriter& json, const SeverityCounts& counts);
void write_by_type(JsonWriter& json, const std::vector<TypeCount>& counts);

/// An object for each value, written by `write(value)` between the braces.
template <typename Values, typename Write>
void write_objects(JsonWriter& json, std::string_view key, const Values& values, Write write) {
  json.key(key);
  json.begin_array();
  for (const auto& value : values) {
    json.begin_object();
    write(value);
    json.end_object();
  }
  json.end_array();
}

}  // namespace claimlint::output
