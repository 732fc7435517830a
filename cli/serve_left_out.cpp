// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"

namespace claimlint::cli {

int run_serve(const Settings& /*settings*/) {
  throw UsageError("this claimlint was built without its server (CLAIMLINT_SERVER)");
}

}  // namespace claimlint::cli
