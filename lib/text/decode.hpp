// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "offset_map.hpp"

namespace claimlint::text {

/// Bytes made into well-formed UTF-8.
struct Decoded {
  std::string utf8;
  OffsetMap to_source;         ///< derived = utf8
  std::string encoding;        ///< "utf-8", "utf-16le", "windows-1252", ...
  std::vector<Span> replaced;  ///< source ranges that were ill-formed; each became U+FFFD
};

/// Decodes by the byte order mark, else as UTF-8. Total: ill-formed sequences are replaced, and
/// said. The mark itself is no part of the text.
Decoded decode(std::string_view bytes);

/// Decodes in the encoding that a label means on the web ("latin1" is windows-1252), unless a byte
/// order mark says otherwise. Null where there is no such encoding.
std::optional<Decoded> decode_as(std::string_view bytes, std::string_view label);

/// The number of code points in well-formed UTF-8.
std::size_t count_code_points(std::string_view utf8);

struct UnicodeVersions {
  std::string icu;
  std::string unicode;
};
UnicodeVersions unicode_versions();

}  // namespace claimlint::text
