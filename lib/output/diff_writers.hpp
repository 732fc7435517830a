// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <memory>

#include "claimlint/diff.hpp"

/// One function for each format of a comparison; the table that names them is in diff_formats.cpp.
namespace claimlint::output {

std::unique_ptr<DiffWriter> json_diff_writer(std::ostream& out);
std::unique_ptr<DiffWriter> text_diff_writer(std::ostream& out);

}  // namespace claimlint::output
