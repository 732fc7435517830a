// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace claimlint::fuzz {

/// JSON is what docs/report.schema.json describes.
void require_schema(std::string_view json);

}  // namespace claimlint::fuzz
