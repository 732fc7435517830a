// SPDX-License-Identifier: Apache-2.0
#include "markdown_titles.hpp"

#include <algorithm>
#include <utility>

namespace claimlint::input {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// A quote that is not closed within so many bytes opens no title.
constexpr std::size_t kLongTitle = 1000;

bool is_escape(std::string_view source, std::size_t at, std::size_t end) {
  constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  return source[at] == '\\' && at + 1 < end &&
         kPunctuation.find(source[at + 1]) != std::string_view::npos;
}

/// White space from a line end on, and the marks of the quotation that the next line stands in.
std::size_t end_of_break(std::string_view source, std::size_t at, std::size_t end) {
  return std::min(source.substr(0, end).find_first_not_of(" \t\r\n>", at), end);
}

void append_plain(std::string& words, char c) {
  const bool blank = kBlanks.find(c) != std::string_view::npos;
  if (!blank) words += c;
  if (blank && !words.empty() && words.back() != ' ') words += ' ';
}

std::string plain_words(std::string_view words) {
  std::string plain;
  for (const char c : words) append_plain(plain, c);
  return plain;
}

/// The words of a title as it stands in the source.
std::string words_of(std::string_view source, Span title) {
  std::string plain;
  for (std::size_t at = title.begin; at < title.end;) {
    if (source[at] == '\n') {
      append_plain(plain, '\n');
      at = end_of_break(source, at, title.end);
      continue;
    }
    if (is_escape(source, at, title.end)) ++at;
    append_plain(plain, source[at++]);
  }
  return plain;
}

}  // namespace

MarkdownTitles::Found MarkdownTitles::find(std::string_view words, std::optional<Span> place) {
  Found found;
  if (place) {
    found = {true, place, false};
  } else {
    collect();
    const auto titles = titles_.find(plain_words(words));
    if (titles == titles_.end()) return found;
    found.known = true;
    std::vector<Title>& left = titles->second;
    if (left.empty()) return found;
    found.span = left.back().span;
    found.in_link = left.back().in_link;
    left.pop_back();
  }
  if (!read_.insert(found.span->begin).second) found.span.reset();
  return found;
}

void MarkdownTitles::collect() {
  if (std::exchange(collected_, true)) return;
  for (std::size_t at = source_.find(']'); at != std::string_view::npos;
       at = source_.find(']', at + 1)) {
    if (at + 1 == source_.size()) break;
    const char next = source_[at + 1];
    if (next == '(' || next == ':') add_title(at + 2, next == '(');
  }
  for (auto& [words, titles] : titles_) std::reverse(titles.begin(), titles.end());
}

/// What stands behind the address that begins at `at`.
void MarkdownTitles::add_title(std::size_t at, bool in_link) {
  const std::string_view reach = source_.substr(0, std::min(at + 2 * kLongTitle, source_.size()));
  at = std::min(reach.find_first_not_of(kBlanks, at), reach.size());
  at = std::min(reach.find_first_of(kBlanks, at), reach.size());
  at = std::min(reach.find_first_not_of(kBlanks, at), reach.size());
  if (at == reach.size()) return;
  constexpr std::string_view kOpen = "\"'(";
  constexpr std::string_view kClose = "\"')";
  const std::size_t quote = kOpen.find(reach[at]);
  if (quote == std::string_view::npos) return;
  const std::size_t begin = at + 1;
  for (at = begin; at < reach.size() && at - begin < kLongTitle; ++at) {
    if (is_escape(reach, at, reach.size())) {
      ++at;
    } else if (reach[at] == kClose[quote]) {
      titles_[words_of(source_, {begin, at})].push_back({{begin, at}, in_link});
      return;
    }
  }
}

void MarkdownTitles::write(Span title, HtmlText& text) const {
  constexpr BlockKind kHidden = BlockKind::hidden;
  text.begin_aside(kHidden, Repeats::dropped);
  for (std::size_t at = title.begin; at < title.end;) {
    if (source_[at] == '\n') {
      const std::size_t end = end_of_break(source_, at, title.end);
      text.add({{at, end}, " ", false}, kHidden, false);
      at = end;
    } else if (is_escape(source_, at, title.end)) {
      text.add({{at, at + 2}, source_.substr(at + 1, 1), false}, kHidden, false);
      at += 2;
    } else {
      const std::size_t end =
          std::min(source_.substr(0, title.end).find_first_of("\\\n", at + 1), title.end);
      Characters characters(source_, {at, end}, CharacterMode::data);
      for (CharacterRun run; characters.next(run);) text.add(run, kHidden, false);
      at = end;
    }
  }
  text.end_aside();
}

}  // namespace claimlint::input
