// SPDX-License-Identifier: Apache-2.0
#include "regex.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>

#include "blanks.hpp"
#include "edges.hpp"

namespace claimlint::lexicon {
namespace {

// What the program and the states of one expression may take; beyond it RE2 goes on more slowly,
// never wrongly. A lexicon may have thousands of expressions, so each gets what its length needs.
constexpr std::size_t kLeastMemory = std::size_t{256} << 10U;
constexpr std::size_t kMemory = std::size_t{16} << 20U;
constexpr std::size_t kMemoryOfByte = 1024;

std::size_t memory_for(std::string_view expression) {
  return std::clamp(expression.size() * kMemoryOfByte, kLeastMemory, kMemory);
}

// may_end in RE2's words.
constexpr std::string_view kEnd = "(?:\\b|$|[^a-z0-9])";

RE2::Options options(bool longest = false, std::size_t memory = kMemory) {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(static_cast<std::int64_t>(memory));
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

/// By itself: what is put around it closes no group that it leaves open. A set reads expressions
/// without making programs of them.
bool parses(const std::string& expression, std::string& error) {
  return RE2::Set(options(), RE2::UNANCHORED).Add(expression, &error) >= 0;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

/// The end of the first group of a match between two offsets.
std::optional<std::size_t> end_of_group(const RE2& regex, std::string_view text, std::size_t begin,
                                        std::size_t end) {
  std::array<re2::StringPiece, 2> groups;
  if (!regex.Match(piece(text), begin, end, RE2::ANCHOR_START, groups.data(), 2)) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(groups[1].data() + groups[1].size() - text.data());
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

Regex::Lazy::Lazy() = default;
Regex::Lazy::~Lazy() = default;

template <typename MakeText>
const RE2& Regex::Lazy::get(MakeText make_text, bool longest) const {
  std::call_once(compiled_, [&] {
    const std::string text = make_text();
    regex_ = std::make_unique<RE2>(text, options(longest, memory_for(text)));
    if (!regex_->ok()) regex_ = std::make_unique<RE2>(text, options(longest));
  });
  return *regex_;
}

std::optional<std::size_t> Regex::match_at(std::string_view text, std::size_t at) const {
  const RE2& regex = here_.get([&] { return with_end(open_blanks(text_)); }, false);
  const std::optional<std::size_t> end = whole_match(regex, text, at);
  // A character behind the expression may be part of the match, but never a letter or digit.
  if (!end || (*end > at && is_lower_or_digit(text[*end - 1]))) return end;
  return end_of_group(regex, text, at, *end);
}

std::optional<std::size_t> Regex::longest_at(std::string_view text, std::size_t at) const {
  return whole_match(longest_.get([&] { return open_blanks(text_); }, true), text, at);
}

Regex::Verdict Regex::examine(const std::string& expression) {
  const std::string opened = open_blanks(expression);
  if (std::string error; !parses(opened, error)) return {shortened(error)};
  const RE2 ended(with_end(opened), options());
  if (!ended.ok()) return {shortened(ended.error())};
  if (RE2::FullMatch("", ended)) return {"the expression matches the empty text"};
  return {{}, static_cast<std::size_t>(ended.ProgramSize())};
}

}  // namespace claimlint::lexicon
