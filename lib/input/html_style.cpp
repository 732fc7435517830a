// SPDX-License-Identifier: Apache-2.0
#include "html_style.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "html_characters.hpp"

namespace claimlint::input {
namespace {

constexpr std::string_view kBlanks = " \t\n\r\f";

// Farther left than any layout moves what is to be seen, in whatever unit.
constexpr int kOffPage = -500;

// More rules on one name are no style sheet, and each of its elements would be held against them.
constexpr std::size_t kMostRules = 32;
constexpr std::size_t kMostNames = 8;
constexpr std::size_t kLongestClasses = 512;

// Class names that frameworks hide text with, without a rule in the page.
constexpr std::string_view kHidingClasses[] = {"d-none",
                                               "element-invisible",
                                               "hidden",
                                               "hide",
                                               "screen-reader-only",
                                               "screen-reader-text",
                                               "show-for-sr",
                                               "sr-only",
                                               "visually-hidden",
                                               "visuallyhidden"};

std::string_view trim(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

/// Takes what stands before the first of `signs`, and that sign.
std::string_view take(std::string_view& text, std::string_view signs) {
  const std::size_t end = std::min(text.find_first_of(signs), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

std::string without_comments(std::string_view css) {
  std::string plain;
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t open = std::min(css.find("/*", at), css.size());
    plain += css.substr(at, open - at);
    if (open == css.size()) break;
    at = std::min(css.find("*/", open + 2), css.size() - 2) + 2;
    plain += ' ';
  }
  return plain;
}

int number_of(std::string_view value) {
  int number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

/// "0", "0px", "0%", but not "0.8em".
bool is_zero(std::string_view value) {
  const std::size_t digits = std::min(value.find_first_not_of("0."), value.size());
  return digits > 0 && (digits == value.size() || !is_html_digit(value[digits]));
}

void read_declaration(std::string_view name, std::string_view value, Visibility& visibility) {
  if (name == "display") visibility.removed = value == "none";
  if (name == "visibility") visibility.invisible = value == "hidden" || value == "collapse";
  if (name == "font-size") visibility.shrunk = is_zero(value);
  if (name == "font" && value.starts_with("0/0")) visibility.shrunk = true;
  if (name == "text-indent") visibility.off_page = number_of(value) <= kOffPage;
  if (name == "left" && number_of(value) <= kOffPage) visibility.off_page = true;
}

bool is_name_character(char c) {
  return is_html_letter(c) || is_html_digit(c) || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view take_name(std::string_view& selector) {
  const auto* const end = std::find_if_not(selector.begin(), selector.end(), is_name_character);
  const auto size = static_cast<std::size_t>(end - selector.begin());
  const std::string_view name = selector.substr(0, size);
  selector.remove_prefix(size);
  return name;
}

bool has_class(std::string_view classes, std::string_view wanted) {
  while (!classes.empty()) {
    if (take(classes, kBlanks) == wanted) return true;
  }
  return false;
}

bool has_name(const StyledElement& element, std::string_view name) {
  const std::string_view plain = name.substr(1);
  return name.front() == '#' ? element.id == plain : has_class(element.classes, plain);
}

/// "md:block" and "d-md-block" show on wide screens what "hidden" and "d-none" hide on narrow ones.
bool shows_when_wide(std::string_view name) {
  if (name.find(':') != std::string_view::npos) return true;
  return name.starts_with("d-") && name != "d-none" && !name.ends_with("-none");
}

Visibility of_known_classes(std::string_view classes) {
  Visibility visibility;
  for (std::string_view rest = classes; !rest.empty();) {
    const std::string_view name = take(rest, kBlanks);
    if (shows_when_wide(name)) return {};
    if (std::find(std::begin(kHidingClasses), std::end(kHidingClasses), name) !=
        std::end(kHidingClasses)) {
      visibility.removed = true;
    }
  }
  return visibility;
}

/// The offset behind the block whose "{" stands before `at`.
std::size_t end_of_block(std::string_view css, std::size_t at) {
  for (std::size_t depth = 1; depth > 0; ++at) {
    at = css.find_first_of("{}", at);
    if (at == std::string_view::npos) return css.size();
    css[at] == '{' ? ++depth : --depth;
  }
  return at;
}

}  // namespace

void Visibility::apply(const Visibility& later) {
  if (later.removed) removed = later.removed;
  if (later.invisible) invisible = later.invisible;
  if (later.off_page) off_page = later.off_page;
  if (later.shrunk) shrunk = later.shrunk;
}

Visibility read_declarations(std::string_view declarations) {
  Visibility visibility;
  while (!declarations.empty()) {
    std::string_view declaration = take(declarations, ";");
    const std::string name = to_lower_html(trim(take(declaration, ":")));
    std::string_view value = declaration.substr(0, declaration.find('!'));
    read_declaration(name, to_lower_html(trim(value)), visibility);
  }
  return visibility;
}

bool is_screen_query(std::string_view query) {
  if (trim(query).empty()) return true;
  while (!query.empty()) {
    std::string each = to_lower_html(trim(take(query, ",")));
    if (each.starts_with("only ")) each.erase(0, 5);
    if (each == "screen" || each == "all") return true;
  }
  return false;
}

void HtmlStyles::read(std::string_view css) { read_rules(without_comments(css)); }

void HtmlStyles::read_rules(std::string_view css) {
  while (!css.empty()) {
    const std::size_t open = css.find_first_of("{};");
    if (open == std::string_view::npos) return;
    const std::string_view prelude = trim(css.substr(0, open));
    if (css[open] != '{') {  // "@import ...;", or the end of "@media screen {"
      css.remove_prefix(open + 1);
      continue;
    }
    constexpr std::string_view kMedia = "@media";
    const bool media = begins_with_lower(prelude, kMedia);
    if (media && is_screen_query(prelude.substr(kMedia.size()))) {
      css.remove_prefix(open + 1);
      continue;
    }
    const std::size_t end = end_of_block(css, open + 1);
    if (!prelude.starts_with('@')) {
      add(prelude, read_declarations(css.substr(open + 1, end - open - 2)));
    }
    css.remove_prefix(end);
  }
}

void HtmlStyles::add(std::string_view selectors, const Visibility& visibility) {
  if (visibility.is_silent()) return;
  while (!selectors.empty()) {
    std::string_view selector = trim(take(selectors, ","));
    Rule rule{.element = {}, .names = {}, .visibility = visibility, .weight = 0, .order = order_++};
    if (selector.starts_with('*')) selector.remove_prefix(1);
    rule.element = to_lower_html(take_name(selector));
    while (selector.starts_with('.') || selector.starts_with('#')) {
      const char sign = selector.front();
      selector.remove_prefix(1);
      const std::string_view name = take_name(selector);
      if (name.empty()) break;
      rule.names.push_back(sign + std::string(name));
      rule.weight += sign == '#' ? 10000 : 100;
    }
    if (!rule.element.empty()) ++rule.weight;
    if (selector.empty() && !rule.names.empty() && rule.names.size() <= kMostNames)
      add_rule(std::move(rule));
  }
}

void HtmlStyles::add_rule(Rule rule) {
  std::vector<Rule>& rules = rules_[rule.names.back()];
  const auto same = std::find_if(rules.begin(), rules.end(), [&](const Rule& each) {
    return each.names == rule.names && each.element == rule.element;
  });
  if (same != rules.end()) {
    same->visibility.apply(rule.visibility);
    same->order = rule.order;
  } else if (rules.size() < kMostRules) {
    rules.push_back(std::move(rule));
  }
}

Visibility HtmlStyles::of(StyledElement element) const {
  element.classes = element.classes.substr(0, kLongestClasses);
  std::vector<const Rule*> found;
  const auto look_up = [&](const std::string& key) {
    const auto rules = rules_.find(key);
    if (rules == rules_.end()) return;
    for (const Rule& rule : rules->second) {
      const bool holds = (rule.element.empty() || rule.element == element.name) &&
                         std::all_of(rule.names.begin(), rule.names.end(),
                                     [&](auto& name) { return has_name(element, name); });
      if (holds) found.push_back(&rule);
    }
  };
  if (!rules_.empty()) {
    for (std::string_view rest = element.classes; !rest.empty();) {
      look_up("." + std::string(take(rest, kBlanks)));
    }
    look_up("#" + std::string(element.id));
  }
  std::sort(found.begin(), found.end(), [](const Rule* a, const Rule* b) {
    return std::pair(a->weight, a->order) < std::pair(b->weight, b->order);
  });
  Visibility visibility = of_known_classes(element.classes);
  for (const Rule* const rule : found) visibility.apply(rule->visibility);
  return visibility;
}

}  // namespace claimlint::input
