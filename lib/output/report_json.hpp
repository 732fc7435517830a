// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "claimlint/formats.hpp"
#include "claimlint/report.hpp"
#include "json_writer.hpp"
#include "places.hpp"

/// The objects of report schema 1 (docs/report.md, docs/report.schema.json).
namespace claimlint::output {

inline constexpr std::size_t kSchema = 1;

void write_tool(JsonWriter& json, const Tool& tool);
void write_document(JsonWriter& json, const Report& report, const OutputOptions& options);
void write_summary(JsonWriter& json, const Tool& tool, const Summary& summary);
void write_sentence(JsonWriter& json, const Places& places, const Report& report,
                    const Sentence& sentence);

}  // namespace claimlint::output
