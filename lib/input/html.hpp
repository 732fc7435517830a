// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "input.hpp"
#include "text/decode.hpp"

namespace claimlint::input {

/// Decodes a page by its byte order mark, else by what it says of itself in its first 1024 bytes,
/// else as UTF-8, and where that fails as windows-1252.
text::Decoded decode_html(std::string_view bytes);

/// Makes the clean text and its blocks from markup, and notes what cannot be read.
void read_html(Reading& reading);

}  // namespace claimlint::input
