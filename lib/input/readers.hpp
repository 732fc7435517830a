// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "claimlint/formats.hpp"
#include "input.hpp"

namespace claimlint::input {

/// One input format: what is public of it, and its reader.
struct Format {
  InputFormat row;
  BlockReader reader;
};

/// Null where there is no format of that name.
const Format* find_format(std::string_view name);

/// The format whose extension `path` has; plain text where it has none that is known.
const Format& format_by_extension(std::string_view path);

}  // namespace claimlint::input
