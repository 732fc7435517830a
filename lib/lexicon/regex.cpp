// SPDX-License-Identifier: Apache-2.0
#include "regex.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace claimlint::lexicon {
namespace {

// What the states of one expression may take; beyond it RE2 goes on more slowly, never wrongly.
constexpr std::int64_t kMemory = 16 << 20;

// may_begin and may_end in RE2's words.
constexpr std::string_view kBegin = "(?:\\b|^|[^a-z0-9])";
constexpr std::string_view kEnd = "(?:\\b|$|[^a-z0-9])";

RE2::Options options(bool longest = false) {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(kMemory);
  options.set_dot_nl(true);  // a sentence may run over line ends
  options.set_longest_match(longest);
  return options;
}

// RE2 quotes what it could not read, which may be all of a long expression.
std::string shortened(const std::string& error) {
  constexpr std::size_t kMax = 80;
  return error.size() <= kMax ? error : error.substr(0, kMax) + " ...";
}

std::string with_end(std::string_view expression) {
  return std::string("(").append(expression).append(")").append(kEnd);
}

std::string with_edges(std::string_view expression) {
  return std::string(kBegin).append(with_end(expression));
}

// Just behind the class that begins at `begin`. A bracket that comes first does not close it.
std::size_t end_of_class(std::string_view expression, std::size_t begin) {
  std::size_t at = begin + 1;
  if (expression.substr(at).starts_with('^')) ++at;
  if (expression.substr(at).starts_with(']')) ++at;
  while (at < expression.size() && expression[at] != ']') {
    if (expression.substr(at).starts_with("[:")) {
      const std::size_t end = expression.find(":]", at);
      at = end == std::string_view::npos ? expression.size() : end + 2;
    } else {
      at += expression[at] == '\\' ? 2 : 1;
    }
  }
  return std::min(at + 1, expression.size());
}

// Of a range ("[ -~]") a blank stays an end.
void append_class(std::string& opened, std::string_view characters) {
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (characters[i] == ' ' && !characters.substr(i + 1).starts_with('-')) {
      opened += "\\s";
    } else {
      opened += characters[i];
    }
  }
}

// A blank matches any run of blanks and line ends; in a character class it stands for one of them.
std::string with_open_blanks(std::string_view expression) {
  std::string opened;
  std::size_t at = 0;
  while (at < expression.size()) {
    std::size_t end = at + 1;
    if (expression[at] == '[') {
      end = end_of_class(expression, at);
      append_class(opened, expression.substr(at, end - at));
    } else if (expression[at] == ' ') {
      opened += "(?:\\s+)";
    } else {
      if (expression[at] == '\\') end = std::min(at + 2, expression.size());
      opened += expression.substr(at, end - at);
    }
    at = end;
  }
  return opened;
}

constexpr bool is_alphanumeric(char c) { return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9'); }

constexpr bool is_word(char c) { return is_alphanumeric(c) || ('A' <= c && c <= 'Z') || c == '_'; }

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

/// The place of the first group of a match between two offsets.
std::optional<Span> first_group(const RE2& regex, std::string_view text, Span within,
                                RE2::Anchor anchor) {
  std::array<re2::StringPiece, 2> groups;
  if (!regex.Match(piece(text), within.begin, within.end, anchor, groups.data(), 2)) {
    return std::nullopt;
  }
  const auto begin = static_cast<std::size_t>(groups[1].data() - text.data());
  return Span{begin, begin + groups[1].size()};
}

/// The end of the whole match from an offset. Far cheaper than a group's.
std::optional<std::size_t> whole_match(const RE2& regex, std::string_view text, std::size_t at) {
  re2::StringPiece match;
  if (!regex.Match(piece(text), at, text.size(), RE2::ANCHOR_START, &match, 1)) {
    return std::nullopt;
  }
  return at + match.size();
}

}  // namespace

bool is_word_edge(std::string_view text, std::size_t at) {
  const bool before = at > 0 && is_word(text[at - 1]);
  const bool after = at < text.size() && is_word(text[at]);
  return before != after;
}

bool may_begin(std::string_view text, std::size_t at) {
  return at == 0 || !is_alphanumeric(text[at - 1]) || is_word_edge(text, at);
}

bool may_end(std::string_view text, std::size_t at) {
  return at == text.size() || !is_alphanumeric(text[at]) || is_word_edge(text, at);
}

Regex::Lazy::Lazy() = default;
Regex::Lazy::~Lazy() = default;

template <typename MakeText>
const RE2& Regex::Lazy::get(MakeText make_text, bool longest) const {
  std::call_once(compiled_, [&] { regex_ = std::make_unique<RE2>(make_text(), options(longest)); });
  return *regex_;
}

std::optional<std::size_t> Regex::match_at(std::string_view text, std::size_t at) const {
  const RE2& regex = here_.get([&] { return with_end(with_open_blanks(text_)); }, false);
  const std::optional<std::size_t> end = whole_match(regex, text, at);
  // A character behind the expression may be part of the match, but never a letter or digit.
  if (!end || (*end > at && is_alphanumeric(text[*end - 1]))) return end;
  const std::optional<Span> group = first_group(regex, text, {at, *end}, RE2::ANCHOR_START);
  if (!group) return std::nullopt;
  return group->end;
}

std::optional<std::size_t> Regex::longest_at(std::string_view text, std::size_t at) const {
  return whole_match(longest_.get([&] { return with_open_blanks(text_); }, true), text, at);
}

std::optional<Span> Regex::search(std::string_view text, std::size_t from) const {
  const RE2& regex = anywhere_.get([&] { return with_edges(with_open_blanks(text_)); }, false);
  return first_group(regex, text, {from, text.size()}, RE2::UNANCHORED);
}

std::string Regex::problem_with(const std::string& expression) {
  const std::string opened = with_open_blanks(expression);
  const RE2 regex(opened, options());
  if (!regex.ok()) return shortened(regex.error());
  if (RE2::FullMatch("", regex)) return "the expression matches the empty text";
  const RE2 edged(with_edges(opened), options());
  return edged.ok() ? std::string() : shortened(edged.error());
}

}  // namespace claimlint::lexicon
