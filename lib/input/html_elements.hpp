// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "html_tokens.hpp"

namespace claimlint::input {

/// What an element is to the text in it.
enum class ElementRole : std::uint8_t {
  inline_,  ///< breaks no word
  block,    ///< begins and ends a block
  heading,
  item,
  cell,
  quote,
  list,       ///< of items
  furniture,  ///< navigation, footers, choices
  hidden,     ///< shown elsewhere than in the text, if at all
  skipped     ///< no text
};

struct ElementInfo {
  std::string_view name;
  ElementRole role = ElementRole::inline_;
  bool has_content = true;
  ContentModel content = ContentModel::data;
};

/// The element of that name, in lower case; inline where it is not known.
ElementInfo element_info(std::string_view name);

constexpr bool is_block_role(ElementRole role) {
  return role != ElementRole::inline_ && role != ElementRole::hidden &&
         role != ElementRole::skipped;
}

/// What class, id, role and the itemprop of a container say of the text in it.
enum class ContainerKind : std::uint8_t { plain, furniture, quote };
ContainerKind container_kind(std::string_view class_or_id);
ContainerKind container_kind_of_role(std::string_view aria_role);

/// Whether the content of `<meta name=... content=...>` is text that others show.
bool is_text_of_meta(std::string_view name);

}  // namespace claimlint::input
