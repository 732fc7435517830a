// SPDX-License-Identifier: Apache-2.0
#include "html_context.hpp"

#include <string>

namespace claimlint::input {
namespace {

void apply_role(HtmlContext& inner, const ElementInfo& info) {
  if (info.role == ElementRole::heading || info.role == ElementRole::item ||
      info.role == ElementRole::cell) {
    inner.shape = info.role;
  }
  if (info.role == ElementRole::quote) inner.quoted = true;
  if (info.role == ElementRole::hidden) inner.hidden = true;
  if (info.role == ElementRole::skipped) inner.skipped = true;
  // The footer of a quotation says whose it is.
  if (info.role == ElementRole::furniture && !inner.quoted) inner.furniture = true;
  if (info.name == "svg" || info.name == "math") inner.foreign = true;
  if (info.name == "pre" || info.name == "xmp") inner.preserved = true;
  if (info.name == "a") inner.linked = true;
  if (info.name == "main" || info.name == "article") {
    inner.in_main = true;
    inner.furniture_class = false;
  }
}

void apply_names(HtmlContext& inner, std::string_view markup, const HtmlToken& tag) {
  for (const std::string_view name : {"class", "id", "itemprop"}) {
    const ContainerKind kind = container_kind(value_of(markup, tag, name));
    if (kind == ContainerKind::furniture) inner.furniture_class = true;
    if (kind == ContainerKind::quote) inner.quoted = true;
  }
  if (container_kind_of_role(value_of(markup, tag, "role")) == ContainerKind::furniture) {
    inner.furniture = true;
  }
}

void apply_style(HtmlContext& inner, std::string_view markup, const HtmlToken& tag,
                 const HtmlStyles& styles) {
  const std::string classes = value_of(markup, tag, "class");
  const std::string id = value_of(markup, tag, "id");
  Visibility visibility = styles.of({.name = tag.name, .classes = classes, .id = id});
  visibility.apply(read_declarations(value_of(markup, tag, "style")));
  inner.hidden = inner.hidden || tag.attribute("hidden") != nullptr ||
                 visibility.removed.value_or(false) || visibility.off_page.value_or(false);
  inner.invisible = visibility.invisible.value_or(inner.invisible);
  inner.shrunk = visibility.shrunk.value_or(inner.shrunk);
}

}  // namespace

BlockKind HtmlContext::kind() const {
  if (hides()) return BlockKind::hidden;
  if (furniture || furniture_class) return BlockKind::boilerplate;
  if (shape == ElementRole::heading) return BlockKind::heading;
  if (quoted) return BlockKind::quote;
  if (shape == ElementRole::item) return BlockKind::list_item;
  if (shape == ElementRole::cell) return BlockKind::table_cell;
  return BlockKind::prose;
}

BlockKind HtmlContext::hidden_kind() const {
  return furniture || furniture_class ? BlockKind::boilerplate : BlockKind::hidden;
}

HtmlContext context_inside(const HtmlContext& outer, std::string_view markup, const HtmlToken& tag,
                           const ElementInfo& info, const HtmlStyles& styles) {
  HtmlContext inner = outer;
  if (inner.foreign) {
    if (info.name == "foreignobject") inner.foreign = inner.skipped = false;
    return inner;
  }
  apply_role(inner, info);
  // Layouts take the blanks out between their boxes so; the boxes have letters of their own size.
  if (is_block_role(info.role)) inner.shrunk = false;
  if (info.name == "html" || info.name == "body" || tag.attributes.empty()) return inner;
  apply_style(inner, markup, tag, styles);
  const bool is_container = info.role == ElementRole::block || info.role == ElementRole::item ||
                            info.role == ElementRole::list;
  if (is_container && info.name != "main" && info.name != "article") {
    apply_names(inner, markup, tag);
  }
  return inner;
}

}  // namespace claimlint::input
