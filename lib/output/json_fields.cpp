// SPDX-License-Identifier: Apache-2.0
#include "json_fields.hpp"

namespace claimlint::output {
namespace {

void write_pair(JsonWriter& json, std::size_t first, std::size_t second) {
  json.begin_array();
  json.count(first);
  json.count(second);
  json.end_array();
}

void write_range(JsonWriter& json, const Places& places, Span span) {
  if (places.unit() == OffsetUnit::bytes) return write_pair(json, span.begin, span.end);
  const TextPosition begin = *places.at(span.begin);
  const TextPosition end = *places.at(span.end);
  if (places.unit() == OffsetUnit::code_points) {
    return write_pair(json, begin.code_point, end.code_point);
  }
  if (places.unit() == OffsetUnit::utf16) return write_pair(json, begin.utf16, end.utf16);
  json.begin_array();
  write_pair(json, begin.line, begin.column);
  write_pair(json, end.line, end.column);
  json.end_array();
}

}  // namespace

void write_text(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key);
  json.string(value);
}

void write_nullable(JsonWriter& json, std::string_view key,
                    const std::optional<std::string>& value) {
  json.key(key);
  if (value) {
    json.string(*value);
  } else {
    json.null();
  }
}

void write_count(JsonWriter& json, std::string_view key, std::size_t value) {
  json.key(key);
  json.count(value);
}

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  json.key(key);
  json.begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

void write_points(JsonWriter& json, std::string_view key, const std::optional<double>& points) {
  json.key(key);
  if (points) {
    json.points(*points);
  } else {
    json.null();
  }
}

void write_span(JsonWriter& json, const Places& places, std::string_view key,
                const std::optional<Span>& span) {
  json.key(key);
  if (span) {
    write_range(json, places, *span);
  } else {
    json.null();
  }
}

void write_place(JsonWriter& json, const Places& places, const Place& place) {
  write_span(json, places, "span", place.span);
  if (place.parts.empty()) return;
  json.key("parts");
  json.begin_array();
  for (const Span part : place.parts) write_range(json, places, part);
  json.end_array();
}

void write_basis(JsonWriter& json, const std::vector<BasisReference>& basis) {
  write_objects(json, "basis", basis, [&](const BasisReference& reference) {
    write_text(json, "id", reference.id);
    write_text(json, "jurisdiction", reference.jurisdiction);
    write_text(json, "outcome", to_string(reference.outcome));
  });
}

void write_by_severity(JsonWriter& json, const SeverityCounts& counts) {
  json.key("by_severity");
  json.begin_object();
  write_count(json, "high", counts.high);
  write_count(json, "medium", counts.medium);
  write_count(json, "low", counts.low);
  json.end_object();
}

void write_by_type(JsonWriter& json, const std::vector<TypeCount>& counts) {
  json.key("by_type");
  json.begin_object();
  for (const TypeCount& count : counts) write_count(json, count.type, count.count);
  json.end_object();
}

}  // namespace claimlint::output
