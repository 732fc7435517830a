// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "html_context.hpp"

namespace claimlint::input {

/// An element that is open.
struct OpenElement {
  std::uint32_t name = 0;  ///< see HtmlStack::info
  HtmlContext context;
  std::size_t first_block = 0;  ///< counts when it was opened
  std::size_t letters = 0;
  std::size_t linked_letters = 0;
  std::size_t links = 0;
};

/// The open elements. Every question is answered in constant time, so that deep nesting and stray
/// end tags cost no more than their bytes.
class HtmlStack {
 public:
  static constexpr std::size_t kNotOpen = 0;

  HtmlStack();

  /// The number that stands for a name.
  std::uint32_t name(std::string_view element);
  [[nodiscard]] const ElementInfo& info(std::uint32_t element) const { return infos_[element]; }

  void push(const OpenElement& element);
  void pop();

  [[nodiscard]] std::size_t size() const { return elements_.size(); }
  [[nodiscard]] const OpenElement& top() const { return elements_.back(); }
  [[nodiscard]] const HtmlContext& context() const { return elements_.back().context; }

  /// Where the innermost open element of that name stands; kNotOpen where there is none.
  [[nodiscard]] std::size_t place_of(std::uint32_t element) const;
  [[nodiscard]] std::size_t place_of(std::string_view element) { return place_of(name(element)); }

  /// Where the innermost element that is a block stands.
  [[nodiscard]] std::size_t place_of_block() const;
  [[nodiscard]] const ElementInfo& info_at(std::size_t place) const {
    return infos_[elements_[place].name];
  }

 private:
  std::unordered_map<std::string, std::uint32_t> names_;
  std::vector<ElementInfo> infos_;
  std::vector<std::vector<std::size_t>> places_;  ///< of the open elements, by name
  std::vector<std::size_t> blocks_;
  std::vector<OpenElement> elements_;
};

}  // namespace claimlint::input
