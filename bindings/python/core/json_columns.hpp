// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "column.hpp"

namespace claimlint::python {

/// Adds a document of a JSON Lines report to the columns of its members. Members without a column
/// are passed over; those that are there come in the order of the columns, and the others are null.
/// Throws std::invalid_argument for what is no such document.
void add_json(Column& columns, std::string_view document);

}  // namespace claimlint::python
