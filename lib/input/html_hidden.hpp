// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "html_context.hpp"
#include "html_text.hpp"
#include "html_tokens.hpp"

namespace claimlint::input {

/// Reads the texts of a page that stand in no element: alternative texts, titles and labels,
/// metadata, JSON-LD. Each is an aside.
class HiddenTexts {
 public:
  HiddenTexts(std::string_view markup, HtmlText& text) : markup_(markup), text_(text) {}

  /// The attributes of a tag; `context` is what holds inside its element.
  void read_attributes(const HtmlToken& tag, const HtmlContext& context);

  /// A script of JSON-LD.
  void read_json(Span script);

 private:
  [[nodiscard]] bool is_metadata(const HtmlToken& tag) const;
  void read_json_text(Span text);
  void add_json_text(Span text);
  [[nodiscard]] std::size_t end_of_json_tag(std::size_t at, Span text) const;

  std::string_view markup_;
  HtmlText& text_;
};

}  // namespace claimlint::input
