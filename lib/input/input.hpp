// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/source.hpp"
#include "directive.hpp"
#include "text/text.hpp"

namespace claimlint::input {

/// What reading a source gave: a text to audit, or the reasons why there is none.
struct Reading {
  text::Text text;
  std::string format;
  std::string encoding;
  std::string language = "und";
  Status status = Status::audited;
  std::vector<std::string> reasons;   ///< binary, format, language, no_text, decode, scripts
  std::vector<Note> notes;            ///< spans are of the source bytes
  std::vector<Directive> directives;  ///< of HTML and Markdown, in their order
  std::string coordinates = "source";
  std::string inflated;  ///< the bytes that "source" means, where the source was compressed
  LineBreaks line_breaks = LineBreaks::automatic;  ///< how its line ends are read, in plain text
};

/// Reads bytes in the format named, or in the one that content and the path's extension tell.
/// Total: what cannot be read says so. `assume_language` replaces detection. Throws
/// std::invalid_argument where no input format is called `format`.
Reading read(std::string_view bytes, std::string_view path,
             const std::optional<std::string>& format,
             const std::optional<std::string>& assume_language,
             LineBreaks line_breaks = LineBreaks::automatic);

/// Fills the blocks of a plain text.
void read_plain_text(text::Text& text, LineBreaks line_breaks = LineBreaks::automatic);

/// ISO 639-1 code of the language most of the text is in; "und" where it is too short to tell.
std::string detect_language(std::string_view utf8);

}  // namespace claimlint::input
