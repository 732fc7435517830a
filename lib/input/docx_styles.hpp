// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace claimlint::input {

/// What a paragraph is by its style.
enum class ParagraphRole : std::uint8_t { plain, heading, list_item, quote };

/// The paragraph styles of a document.
class DocxStyles {
 public:
  /// `styles` is the root of word/styles.xml; may be null.
  explicit DocxStyles(const pugi::xml_node& styles);

  /// The role of a paragraph by its properties (w:pPr), else by its style.
  [[nodiscard]] ParagraphRole role_of(const pugi::xml_node& properties) const;

 private:
  struct Style {
    ParagraphRole role = ParagraphRole::plain;
    std::string based_on;
  };
  [[nodiscard]] ParagraphRole role_of_style(std::string_view id) const;

  std::map<std::string, Style, std::less<>> styles_;
};

}  // namespace claimlint::input
