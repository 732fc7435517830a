// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::output::test {

/// Reports made by hand that between them fill every field of the report.
std::vector<Report> sample_reports();
Summary sample_summary();
Tool sample_tool();

}  // namespace claimlint::output::test
