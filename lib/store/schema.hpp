// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sqlite.hpp"

namespace claimlint::store {

/// Makes an empty database a store; throws StoreError where it is something else, or of another
/// version. Several programs may do so at once.
void prepare(const Connection& connection);

}  // namespace claimlint::store
