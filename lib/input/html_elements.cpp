// SPDX-License-Identifier: Apache-2.0
#include "html_elements.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace claimlint::input {
namespace {

// By name. Elements that are not here are inline.
constexpr ElementInfo kElements[] = {
    {"address", ElementRole::block},
    {"area", ElementRole::inline_, false},
    {"article", ElementRole::block},
    {"aside", ElementRole::block},
    {"audio", ElementRole::skipped},
    {"base", ElementRole::inline_, false},
    {"basefont", ElementRole::inline_, false},
    {"bgsound", ElementRole::inline_, false},
    {"blockquote", ElementRole::quote},
    {"body", ElementRole::block},
    {"br", ElementRole::inline_, false},
    {"button", ElementRole::block},
    {"canvas", ElementRole::skipped},
    {"caption", ElementRole::cell},
    {"center", ElementRole::block},
    {"col", ElementRole::inline_, false},
    {"datalist", ElementRole::furniture},
    {"dd", ElementRole::block},
    {"details", ElementRole::block},
    {"dialog", ElementRole::block},
    {"dir", ElementRole::list},
    {"div", ElementRole::block},
    {"dl", ElementRole::block},
    {"dt", ElementRole::block},
    {"embed", ElementRole::inline_, false},
    {"fieldset", ElementRole::block},
    {"figcaption", ElementRole::cell},
    {"figure", ElementRole::block},
    {"footer", ElementRole::furniture},
    {"form", ElementRole::block},
    {"frame", ElementRole::inline_, false},
    {"h1", ElementRole::heading},
    {"h2", ElementRole::heading},
    {"h3", ElementRole::heading},
    {"h4", ElementRole::heading},
    {"h5", ElementRole::heading},
    {"h6", ElementRole::heading},
    {"head", ElementRole::block},
    {"header", ElementRole::block},
    {"hgroup", ElementRole::block},
    {"hr", ElementRole::block, false},
    {"html", ElementRole::block},
    {"iframe", ElementRole::skipped, true, ContentModel::rawtext},
    {"img", ElementRole::inline_, false},
    {"input", ElementRole::inline_, false},
    {"keygen", ElementRole::inline_, false},
    {"label", ElementRole::block},
    {"legend", ElementRole::block},
    {"li", ElementRole::item},
    {"link", ElementRole::inline_, false},
    {"main", ElementRole::block},
    {"menu", ElementRole::list},
    {"meta", ElementRole::inline_, false},
    {"nav", ElementRole::furniture},
    {"noembed", ElementRole::skipped, true, ContentModel::rawtext},
    {"noframes", ElementRole::skipped, true, ContentModel::rawtext},
    {"noscript", ElementRole::hidden},
    {"object", ElementRole::skipped},
    {"ol", ElementRole::list},
    {"optgroup", ElementRole::block},
    {"option", ElementRole::furniture},
    {"p", ElementRole::block},
    {"param", ElementRole::inline_, false},
    {"plaintext", ElementRole::block, true, ContentModel::plaintext},
    {"pre", ElementRole::block},
    {"script", ElementRole::skipped, true, ContentModel::script},
    {"search", ElementRole::block},
    {"section", ElementRole::block},
    {"select", ElementRole::furniture},
    {"source", ElementRole::inline_, false},
    {"style", ElementRole::skipped, true, ContentModel::rawtext},
    {"summary", ElementRole::heading},
    {"svg", ElementRole::skipped},
    {"table", ElementRole::block},
    {"tbody", ElementRole::block},
    {"td", ElementRole::cell},
    {"template", ElementRole::skipped},
    {"textarea", ElementRole::skipped, true, ContentModel::rcdata},
    {"tfoot", ElementRole::block},
    {"th", ElementRole::cell},
    {"thead", ElementRole::block},
    {"title", ElementRole::hidden, true, ContentModel::rcdata},
    {"tr", ElementRole::block},
    {"track", ElementRole::inline_, false},
    {"ul", ElementRole::list},
    {"video", ElementRole::skipped},
    {"wbr", ElementRole::inline_, false},
    {"xmp", ElementRole::block, true, ContentModel::rawtext},
};

constexpr std::string_view kFurnitureWords[] = {"breadcrumb", "breadcrumbs", "cookie", "cookies",
                                                "consent",    "footer",      "menu",   "nav",
                                                "navbar",     "navigation"};
constexpr std::string_view kQuoteWords[] = {"review", "reviewbody", "reviews", "testimonial",
                                            "testimonials"};
// Before such a word: "has-footer" is said of the whole page, "informed-consent" of its subject.
constexpr std::string_view kOtherSense[] = {"has", "informed", "no", "with", "without"};

constexpr std::string_view kMetaNames[] = {
    "description",         "og:title",   "og:description", "twitter:title",
    "twitter:description", "reviewbody", "headline"};

template <typename Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Takes the first word off "siteFooter-widgets": site, footer, widgets.
std::string take_word(std::string_view& name) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::string word;
  bool was_lower = false;
  while (!name.empty()) {
    const char c = name.front();
    if (!is_html_letter(c)) break;
    if (is_upper(c) && was_lower) return word;
    was_lower = !is_upper(c);
    word += lower_html(c);
    name.remove_prefix(1);
  }
  if (word.empty() && !name.empty()) name.remove_prefix(1);
  return word;
}

ContainerKind kind_of_name(std::string_view name) {
  ContainerKind kind = ContainerKind::plain;
  while (!name.empty()) {
    const std::string word = take_word(name);
    if (is_one_of(kOtherSense, word)) return ContainerKind::plain;
    if (is_one_of(kFurnitureWords, word)) return ContainerKind::furniture;
    if (is_one_of(kQuoteWords, word)) kind = ContainerKind::quote;
  }
  return kind;
}

}  // namespace

ElementInfo element_info(std::string_view name) {
  const auto* const found = std::lower_bound(
      std::begin(kElements), std::end(kElements), name,
      [](const ElementInfo& each, std::string_view wanted) { return each.name < wanted; });
  if (found == std::end(kElements) || found->name != name) return {name};
  return *found;
}

ContainerKind container_kind(std::string_view class_or_id) {
  ContainerKind kind = ContainerKind::plain;
  while (!class_or_id.empty()) {
    const std::size_t end = std::min(class_or_id.find_first_of(" \t\n\r\f"), class_or_id.size());
    const ContainerKind each = kind_of_name(class_or_id.substr(0, end));
    if (each == ContainerKind::furniture) return each;
    if (each == ContainerKind::quote) kind = each;
    class_or_id.remove_prefix(std::min(end + 1, class_or_id.size()));
  }
  return kind;
}

ContainerKind container_kind_of_role(std::string_view aria_role) {
  const bool furniture = aria_role == "navigation" || aria_role == "contentinfo" ||
                         aria_role == "menu" || aria_role == "menubar";
  return furniture ? ContainerKind::furniture : ContainerKind::plain;
}

bool is_text_of_meta(std::string_view name) { return is_one_of(kMetaNames, to_lower_html(name)); }

}  // namespace claimlint::input
