// SPDX-License-Identifier: Apache-2.0
#include "checks.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {

void fuzz_text(std::string_view bytes) { check_read(bytes, "text"); }

}  // namespace claimlint::fuzz
