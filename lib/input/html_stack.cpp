// SPDX-License-Identifier: Apache-2.0
#include "html_stack.hpp"

namespace claimlint::input {

HtmlStack::HtmlStack() {
  // The page itself lies at the bottom and is never closed.
  push({.name = name("html"), .context = {}});
}

std::uint32_t HtmlStack::name(std::string_view element) {
  const auto [entry, is_new] =
      names_.try_emplace(std::string(element), static_cast<std::uint32_t>(infos_.size()));
  if (is_new) {
    ElementInfo info = element_info(element);
    info.name = entry->first;
    infos_.push_back(info);
    places_.emplace_back();
  }
  return entry->second;
}

void HtmlStack::push(const OpenElement& element) {
  const std::size_t place = elements_.size();
  if (place > 0) places_[element.name].push_back(place);
  if (is_block_role(infos_[element.name].role)) blocks_.push_back(place);
  elements_.push_back(element);
}

void HtmlStack::pop() {
  const std::uint32_t element = elements_.back().name;
  places_[element].pop_back();
  if (is_block_role(infos_[element].role)) blocks_.pop_back();
  elements_.pop_back();
}

std::size_t HtmlStack::place_of(std::uint32_t element) const {
  return places_[element].empty() ? kNotOpen : places_[element].back();
}

std::size_t HtmlStack::place_of_block() const { return blocks_.back(); }

}  // namespace claimlint::input
