// SPDX-License-Identifier: Apache-2.0
#include "tokens.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <stdexcept>

#include "icu.hpp"
#include "letters.hpp"
#include "utf8.hpp"

namespace claimlint::text {
namespace {

using WordIterator = std::unique_ptr<icu::BreakIterator>;

WordIterator load_word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  WordIterator iterator(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  check(status);
  return iterator;
}

/// Loading the rules is dear and a clone is cheap; iterators themselves serve one thread.
WordIterator new_word_iterator() {
  static const WordIterator kPrototype = load_word_iterator();
  return WordIterator(kPrototype->clone());
}

/// An ICU view of UTF-8, so that its positions are our byte offsets.
class Utf8View {
 public:
  explicit Utf8View(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    check(status);
  }
  Utf8View(const Utf8View&) = delete;
  Utf8View& operator=(const Utf8View&) = delete;
  ~Utf8View() { utext_close(&text_); }
  UText* get() { return &text_; }

 private:
  UText text_ = UTEXT_INITIALIZER;
};

bool holds_word(std::string_view segment) {
  for (std::size_t i = 0; i < segment.size();) {
    const CodePoint point = code_point_at(segment, i);
    if (is_letter(point.value) || is_digit(point.value)) return true;
    i = point.end;
  }
  return false;
}

Shape shape_of(std::string_view word) {
  std::size_t letters = 0;
  std::size_t upper = 0;
  std::size_t lower = 0;
  bool first_upper = false;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = code_point_at(word, i);
    i = point.end;
    if (!is_letter(point.value)) continue;
    if (is_upper(point.value)) {
      first_upper = first_upper || letters == 0;
      ++upper;
    } else if (is_lower(point.value)) {
      ++lower;
    }
    ++letters;
  }
  if (letters == 0) return Shape::digits;
  if (upper == 0) return Shape::lower;
  if (upper == 1 && first_upper) return Shape::capital;
  return lower == 0 ? Shape::upper : Shape::mixed;
}

/// Whether what lies between two tokens leaves them words of one term.
bool joins(std::string_view gap) {
  return gap.find_first_not_of(" \t\r\n-/'") == std::string_view::npos;
}

}  // namespace

Token make_token(const Folded& folded, std::string_view clean, Span span) {
  const Span place = folded.to_clean.to_source(span);
  return {.begin = static_cast<std::uint32_t>(span.begin),
          .end = static_cast<std::uint32_t>(span.end),
          .shape = shape_of(clean.substr(place.begin, place.size()))};
}

std::vector<Token> split_tokens(const Folded& folded, std::string_view clean) {
  const std::string_view text = folded.text;
  // ICU's positions are 32 bits wide.
  if (text.size() > std::size_t{std::numeric_limits<std::int32_t>::max()}) {
    throw std::length_error("text too long to be cut into words");
  }
  Utf8View view(text);
  const WordIterator words = new_word_iterator();
  UErrorCode status = U_ZERO_ERROR;
  words->setText(view.get(), status);
  check(status);
  std::vector<Token> tokens;
  std::size_t begin = 0;
  words->first();
  for (std::int32_t next = words->next(); next != icu::BreakIterator::DONE; next = words->next()) {
    const auto end = static_cast<std::size_t>(next);
    if (holds_word(text.substr(begin, end - begin))) {
      Token token = make_token(folded, clean, {begin, end});
      token.joined =
          !tokens.empty() && joins(text.substr(tokens.back().end, begin - tokens.back().end));
      tokens.push_back(token);
    }
    begin = end;
  }
  return tokens;
}

TokenRange Document::tokens_in(Span span) const {
  const auto first = std::partition_point(
      tokens.begin(), tokens.end(), [&](const Token& token) { return token.end <= span.begin; });
  const auto last = std::partition_point(
      first, tokens.end(), [&](const Token& token) { return token.begin < span.end; });
  return {static_cast<std::uint32_t>(first - tokens.begin()),
          static_cast<std::uint32_t>(last - tokens.begin())};
}

bool Document::is_token_edge(std::size_t offset) const {
  const auto token = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const Token& each) { return each.end <= offset; });
  return token == tokens.end() || offset <= token->begin;
}

}  // namespace claimlint::text
