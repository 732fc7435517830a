// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "html_text.hpp"

namespace claimlint::input {

/// Where the titles of links and images stand in a Markdown source. The parser hands them out with
/// their escapes taken away, and those of link definitions far from the link.
class MarkdownTitles {
 public:
  explicit MarkdownTitles(std::string_view source) : source_(source) {}

  struct Found {
    bool known = false;        ///< it stands in the source
    std::optional<Span> span;  ///< null where it was found before: a definition serves many links
    bool in_link = false;      ///< not in a definition
  };

  /// The next title that reads `words`; `place` is where they stand in the source as they are.
  Found find(std::string_view words, std::optional<Span> place);

  /// Adds a title to the text, with escapes and references read.
  void write(Span title, HtmlText& text) const;

 private:
  struct Title {
    Span span;
    bool in_link = false;
  };
  void collect();
  void add_title(std::size_t at, bool in_link);

  std::string_view source_;
  bool collected_ = false;
  std::map<std::string, std::vector<Title>, std::less<>> titles_;  ///< by their words, last first
  std::set<std::size_t> read_;                                     ///< begins
};

}  // namespace claimlint::input
