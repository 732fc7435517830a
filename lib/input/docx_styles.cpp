// SPDX-License-Identifier: Apache-2.0
#include "docx_styles.hpp"

#include <algorithm>

#include "docx_xml.hpp"

namespace claimlint::input {
namespace {

// A style may be based on itself by way of others.
constexpr int kMaxInheritance = 16;

// Word's own limit. Every paragraph names its style, so that a longer name would cost its length
// again and again.
constexpr std::size_t kLongestName = 253;

/// Word writes the built-in names in English, whatever the language of the program.
ParagraphRole role_by_name(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  if (lower.starts_with("heading") || lower == "title" || lower == "subtitle") {
    return ParagraphRole::heading;
  }
  if (lower.starts_with("list ")) return ParagraphRole::list_item;
  if (lower.ends_with("quote") || lower == "block text") return ParagraphRole::quote;
  return ParagraphRole::plain;
}

/// The role that the properties themselves give; plain where they leave it to the style.
ParagraphRole direct_role(const pugi::xml_node& properties) {
  constexpr std::string_view kBodyText = "9";
  const pugi::xml_node outline = child(properties, "outlineLvl");
  if (outline && attribute(outline, "val") < kBodyText) return ParagraphRole::heading;
  const pugi::xml_node numbering = child(child(properties, "numPr"), "numId");
  if (numbering && attribute(numbering, "val") != "0") return ParagraphRole::list_item;
  return ParagraphRole::plain;
}

}  // namespace

DocxStyles::DocxStyles(const pugi::xml_node& styles) {
  for (const pugi::xml_node& node : styles.children()) {
    if (local_name(node) != "style" || attribute(node, "type") != "paragraph") continue;
    Style style{role_by_name(attribute(child(node, "name"), "val")),
                std::string(attribute(child(node, "basedOn"), "val"))};
    if (style.role == ParagraphRole::plain) style.role = direct_role(child(node, "pPr"));
    const std::string_view id = attribute(node, "styleId");
    if (id.size() <= kLongestName) styles_.emplace(id, std::move(style));
  }
}

ParagraphRole DocxStyles::role_of_style(std::string_view id) const {
  for (int i = 0; i < kMaxInheritance && id.size() <= kLongestName; ++i) {
    const auto style = styles_.find(id);
    // A document without its styles still says "Heading1".
    if (style == styles_.end()) return role_by_name(id);
    if (style->second.role != ParagraphRole::plain) return style->second.role;
    id = style->second.based_on;
  }
  return ParagraphRole::plain;
}

ParagraphRole DocxStyles::role_of(const pugi::xml_node& properties) const {
  const ParagraphRole styled = role_of_style(attribute(child(properties, "pStyle"), "val"));
  // Numbered headings are headings.
  if (styled == ParagraphRole::heading) return styled;
  const ParagraphRole direct = direct_role(properties);
  return direct != ParagraphRole::plain ? direct : styled;
}

}  // namespace claimlint::input
