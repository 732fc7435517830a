// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "html_elements.hpp"
#include "html_style.hpp"
#include "html_tokens.hpp"

namespace claimlint::input {

/// What holds for the text inside an element.
struct HtmlContext {
  ElementRole shape = ElementRole::block;  ///< heading, item, cell, or neither
  bool skipped = false;
  bool hidden = false;
  bool invisible = false;        ///< what lies within may show again
  bool shrunk = false;           ///< to nothing
  bool furniture = false;        ///< by its element
  bool furniture_class = false;  ///< by the name of a container, which is less sure
  bool quoted = false;
  bool preserved = false;  ///< line ends are shown
  bool foreign = false;    ///< svg or math
  bool linked = false;
  bool in_main = false;

  [[nodiscard]] bool hides() const { return hidden || invisible || shrunk; }
  [[nodiscard]] BlockKind kind() const;
  /// The kind of a text that is hidden here whatever hides it.
  [[nodiscard]] BlockKind hidden_kind() const;
};

/// What holds inside an element that begins with `tag` and stands in `outer`.
HtmlContext context_inside(const HtmlContext& outer, std::string_view markup, const HtmlToken& tag,
                           const ElementInfo& info, const HtmlStyles& styles);

}  // namespace claimlint::input
