// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "claimlint/auditor.hpp"
#include "claimlint/report.hpp"

namespace claimlint::fuzz {

/// Audits with everything that there is, and in no language but English: a fuzzer's text is none.
const Auditor& auditor();

/// Places of a report lie in a source of so many bytes, and in what they belong to; every claim and
/// mention stands in its sentence; figures agree.
void check_report(const Report& report, std::size_t size);

/// The report in a format, as a run of one document.
std::string written(const Report& report, std::string_view format);

/// Every format writes the report; JSON is what the schema describes, and reads as the report that
/// was written.
void check_outputs(const Report& report);

}  // namespace claimlint::fuzz
