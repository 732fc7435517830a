// SPDX-License-Identifier: Apache-2.0
#include "markdown_front_matter.hpp"

#include <algorithm>
#include <array>

namespace claimlint::input {
namespace {

// Shown as titles and teasers by site generators, or to search engines.
constexpr std::array<std::string_view, 8> kShownKeys = {
    "title",   "subtitle",  "description",     "summary",
    "excerpt", "seo_title", "seo_description", "tagline"};

constexpr std::string_view kBlanks = " \t\r";

Span trim(std::string_view source, Span span) {
  const auto is_blank = [&](std::size_t at) { return kBlanks.find(source[at]) != kBlanks.npos; };
  while (!span.empty() && is_blank(span.begin)) ++span.begin;
  while (!span.empty() && is_blank(span.end - 1)) --span.end;
  return span;
}

std::string_view view(std::string_view source, Span span) {
  return source.substr(span.begin, span.size());
}

/// The line at `begin`, without its line end.
Span line_at(std::string_view source, std::size_t begin) {
  return {begin, std::min(source.find('\n', begin), source.size())};
}

Span without_quotes(std::string_view source, Span value) {
  if (value.size() < 2) return value;
  const char quote = source[value.begin];
  if ((quote != '"' && quote != '\'') || source[value.end - 1] != quote) return value;
  return {value.begin + 1, value.end - 1};
}

/// Reads the lines of a head one by one.
class HeadReader {
 public:
  HeadReader(std::string_view source, char separator) : source_(source), separator_(separator) {}

  void read(Span line, std::vector<Span>& texts) {
    const bool indented = !line.empty() && kBlanks.find(source_[line.begin]) != kBlanks.npos;
    const Span content = trim(source_, line);
    if (indented && in_shown_block_) {
      if (!content.empty()) texts.push_back(content);
      return;
    }
    in_shown_block_ = false;
    const std::size_t key_end = view(source_, content).find(separator_);
    if (key_end == std::string_view::npos) return;
    const Span key = trim(source_, {content.begin, content.begin + key_end});
    if (!is_shown(view(source_, key))) return;
    const Span value = trim(source_, {content.begin + key_end + 1, content.end});
    // "description: >" goes on in the indented lines below.
    in_shown_block_ = value.empty() || value.size() <= 2;
    const Span text = without_quotes(source_, value);
    if (!in_shown_block_ && !text.empty()) texts.push_back(text);
  }

 private:
  static bool is_shown(std::string_view key) {
    return std::find(kShownKeys.begin(), kShownKeys.end(), key) != kShownKeys.end();
  }

  std::string_view source_;
  char separator_;
  bool in_shown_block_ = false;
};

}  // namespace

FrontMatter read_front_matter(std::string_view source) {
  const bool yaml = source.starts_with("---");
  if (!yaml && !source.starts_with("+++")) return {};
  const std::string_view fence = source.substr(0, 3);
  const Span first = line_at(source, 0);
  if (trim(source, {3, first.end}).size() > 0) return {};
  FrontMatter head;
  HeadReader reader(source, yaml ? ':' : '=');
  for (std::size_t at = first.end + 1; at < source.size();) {
    const Span line = line_at(source, at);
    if (view(source, {line.begin, trim(source, line).end}) == fence) {
      head.end = std::min(line.end + 1, source.size());
      return head;
    }
    reader.read(line, head.texts);
    at = line.end + 1;
  }
  return {};
}

}  // namespace claimlint::input
