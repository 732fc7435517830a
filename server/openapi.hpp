// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace claimlint::server {

/// docs/openapi.json
extern const std::string_view kOpenApi;

}  // namespace claimlint::server
