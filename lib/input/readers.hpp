// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/formats.hpp"
#include "input.hpp"
#include "text/decode.hpp"

namespace claimlint::input {

/// Why there is no text.
struct Refusal {
  std::string reason;
  std::string message;
};

/// The text taken out of a document whose bytes cannot be cut.
struct Extracted {
  text::Text text;
  std::vector<Note> notes = {};
  std::optional<Refusal> refused = {};
  bool partial = false;  ///< the document is damaged, and this is what could be read
};

/// One input format: what is public of it, and how it is decoded and read.
struct Format {
  InputFormat row;
  text::Decoded (*decode)(std::string_view bytes);
  void (*read)(Reading& reading);  ///< makes blocks of the decoded text, which may change with it
  Extracted (*extract)(std::string_view bytes) = nullptr;  ///< in place of the two before
};

/// Null where there is no format of that name.
const Format* find_format(std::string_view name);

/// The format whose extension `path` has; plain text where it has none that is known.
const Format& format_by_extension(std::string_view path);

}  // namespace claimlint::input
