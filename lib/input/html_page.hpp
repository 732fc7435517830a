// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "directive.hpp"
#include "text/text.hpp"

namespace claimlint::input {

/// What a page shows and a reader of text cannot see.
enum UnreadIndex : std::size_t { kImages, kFrames, kMedia, kCanvases, kObjects, kScripts, kUnread };

struct UnreadCount {
  std::size_t count = 0;
  Span first;  ///< its tag, in the markup
};

struct HtmlPage {
  text::Text text;  ///< its map leads to the markup
  std::array<UnreadCount, kUnread> unread;
  std::vector<Directive> directives;
  bool shows_text = false;  ///< a block is neither hidden nor boilerplate
};

/// Reads the text of a page: blocks from elements, hidden channels, boilerplate. Total, and linear
/// in the size of the markup. Elements are not put right as a browser does; tags that are missing
/// or misplaced cost no text.
HtmlPage read_page(std::string_view markup);

}  // namespace claimlint::input
