// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <ostream>

#include "message.hpp"

namespace claimlint::server {

/// Writes a line about a request: time, client, method, path, status, bytes, seconds. Nothing of
/// what was sent but the path, and nothing that a terminal would obey.
void log_request(std::ostream& out, const Request& request, int status, std::size_t bytes,
                 double seconds);

}  // namespace claimlint::server
