// SPDX-License-Identifier: Apache-2.0
#include "checks.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {

void fuzz_markdown(std::string_view bytes) { check_read(bytes, "markdown"); }

}  // namespace claimlint::fuzz
