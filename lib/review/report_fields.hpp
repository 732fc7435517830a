// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "claimlint/formats.hpp"
#include "claimlint/report.hpp"
#include "json_node.hpp"

/// The members of a report in JSON as public values. All throw FieldError.
namespace claimlint::review {

Tool tool_of(const JsonNode& tool);
Report report_of(const JsonNode& document);
Sentence sentence_of(const JsonNode& sentence);
Summary summary_of(const JsonNode& summary);

/// What the spans of a document count.
OffsetUnit offsets_of(const JsonNode& document);

/// Refuses what a newer version wrote.
void require_schema(const JsonNode& schema);

std::vector<std::string> texts_of(const JsonNode& texts);
std::optional<std::string> text_in(const JsonNode& object, std::string_view key);
/// Empty where it is a range of lines and columns.
Span span_of(const JsonNode& span);
std::optional<Span> span_in(const JsonNode& object, std::string_view key);
Place place_of(const JsonNode& object);
std::vector<BasisReference> basis_of(const JsonNode& basis);

}  // namespace claimlint::review
