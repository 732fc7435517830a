// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::input {

/// What CSS says of whether the text of an element shows; unset where it says nothing.
struct Visibility {
  std::optional<bool> removed;    ///< display: none
  std::optional<bool> invisible;  ///< visibility: hidden
  std::optional<bool> off_page;   ///< far to the left
  std::optional<bool> shrunk;     ///< font-size: 0

  [[nodiscard]] bool is_silent() const { return !removed && !invisible && !off_page && !shrunk; }
  /// Takes over what `later` says.
  void apply(const Visibility& later);
};

/// Reads the declarations of a rule or of a style attribute.
Visibility read_declarations(std::string_view declarations);

/// What a selector may ask of an element.
struct StyledElement {
  std::string_view name;
  std::string_view classes;  ///< separated by white space
  std::string_view id;
};

/// The rules of a page's style elements that hide text or show it. Selectors of a name, classes and
/// an id are read ("p.note", "#box.open"), what asks for other elements or states is not; media
/// queries other than "screen" and "all" are passed over.
class HtmlStyles {
 public:
  /// Adds a style element's text. Total.
  void read(std::string_view css);

  /// What the rules say, and the class names that frameworks hide text with.
  [[nodiscard]] Visibility of(StyledElement element) const;

 private:
  struct Rule {
    std::string element;             ///< empty: any
    std::vector<std::string> names;  ///< ".class" and "#id"
    Visibility visibility;
    std::size_t weight = 0;
    std::size_t order = 0;
  };

  void read_rules(std::string_view css);
  void add(std::string_view selectors, const Visibility& visibility);
  void add_rule(Rule rule);

  std::map<std::string, std::vector<Rule>, std::less<>> rules_;  ///< by their last name
  std::size_t order_ = 0;
};

/// Whether a media query holds for every reader of a screen.
bool is_screen_query(std::string_view query);

}  // namespace claimlint::input
