// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "claimlint/formats.hpp"
#include "claimlint/report.hpp"
#include "json_writer.hpp"

namespace claimlint::output {

/// The result objects of a document, of claims that count or that a reviewer has dismissed and of
/// findings, each followed by a comma and a line end.
std::string sarif_results(const Report& report, const OutputOptions& options);

/// A notification object of what was not audited in full.
void write_sarif_notification(JsonWriter& json, const Report& report);

}  // namespace claimlint::output
