// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "claimlint/report.hpp"

namespace claimlint {

/// What a line end means in plain text. An empty line parts blocks, and a list marker begins one,
/// either way.
enum class LineBreaks : std::uint8_t {
  automatic,  ///< tell from the text: lines broken at a width are joined, others are blocks
  hard,       ///< each line is a block
  soft        ///< the line ends within a paragraph are blanks
};

/// What the caller knows of a document. `path` is copied to the report and its extension helps to
/// choose the input format; nothing is opened.
struct Source {
  std::string path = {};
  Origin origin = {};
  std::optional<std::string> format = {};    ///< force an input format by name
  std::optional<std::string> language = {};  ///< known, so not to be detected: ISO 639-1
};

}  // namespace claimlint
