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

/// The segments that ICU's rules make of a text, as places in it.
class Segmenter {
 public:
  /// Calls `each` with every segment of a part of the text that white space or an end bounds.
  template <typename Each>
  void run(std::string_view text, Span part, Each each) {
    if (!words_) words_ = new_word_iterator();
    Utf8View view(text.substr(part.begin, part.size()));
    UErrorCode status = U_ZERO_ERROR;
    words_->setText(view.get(), status);
    check(status);
    std::size_t begin = part.begin;
    words_->first();
    for (std::int32_t next = words_->next(); next != icu::BreakIterator::DONE;
         next = words_->next()) {
      const std::size_t end = part.begin + static_cast<std::size_t>(next);
      each(Span{begin, end});
      begin = end;
    }
  }

 private:
  WordIterator words_;
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_ascii_digit(char c) { return '0' <= c && c <= '9'; }

/// CLDR's rules take "@" for a letter.
bool is_ascii_letter(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '@';
}

/// What the rules keep in a word of ASCII whatever stands beside it.
bool is_ascii_word(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '_'; }

/// What they keep there between two letters, and between two digits.
bool is_inside_word(char before, char c, char after) {
  if (c != '.' && c != '\'' && c != ',' && c != ';') return false;
  if (is_ascii_letter(before) && is_ascii_letter(after)) return c == '.' || c == '\'';
  return is_ascii_digit(before) && is_ascii_digit(after);
}

/// Cuts a text into stretches between white space, which no rule reads as one word. Those of
/// ASCII are most, and plain; ICU is left with the others.
class TokenSplitter {
 public:
  TokenSplitter(const Folded& folded, std::string_view clean)
      : folded_(folded), text_(folded.text), clean_(clean) {}

  std::vector<Token> run() {
    // Offsets of tokens are 32 bits wide, and ICU's have a sign.
    if (text_.size() > std::size_t{std::numeric_limits<std::int32_t>::max()}) {
      throw std::length_error("text too long to be cut into words");
    }
    for (std::size_t at = 0; at < text_.size();) {
      const Span stretch = stretch_at(at);
      if (is_ascii(stretch)) {
        cut_ascii(stretch);
        at = stretch.end;
      } else {
        at = cut_other(at, stretch);
      }
    }
    return std::move(tokens_);
  }

 private:
  /// The first stretch from `at` on.
  [[nodiscard]] Span stretch_at(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    std::size_t end = at;
    while (end < text_.size() && !is_blank(text_[end])) ++end;
    return {at, end};
  }

  [[nodiscard]] bool is_ascii(Span span) const {
    const std::string_view part = text_.substr(span.begin, span.size());
    return std::ranges::all_of(part, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }

  void cut_ascii(Span stretch) {
    for (std::size_t at = stretch.begin; at < stretch.end;) {
      const std::size_t end = end_of_ascii_word(at, stretch.end);
      if (end > at) add({at, end});
      at = std::max(end, at + 1);
    }
  }

  [[nodiscard]] std::size_t end_of_ascii_word(std::size_t at, std::size_t end) const {
    while (at < end && is_ascii_word(text_[at])) {
      ++at;
      if (at + 1 < end && is_inside_word(text_[at - 1], text_[at], text_[at + 1])) ++at;
    }
    return at;
  }

  /// Gives ICU the stretch and those behind it that are not ASCII either, with the blanks before
  /// it, which an accent may belong to. Returns where they end.
  std::size_t cut_other(std::size_t begin, Span stretch) {
    std::size_t end = stretch.end;
    for (Span next = stretch_at(end); !next.empty() && !is_ascii(next); next = stretch_at(end)) {
      end = next.end;
    }
    segmenter_.run(text_, {begin, end}, [&](Span segment) { add(segment); });
    return end;
  }

  void add(Span segment) {
    if (!holds_word(text_.substr(segment.begin, segment.size()))) return;
    Token token = make_token(folded_, clean_, segment);
    const std::size_t before = tokens_.empty() ? 0 : tokens_.back().end;
    token.joined = !tokens_.empty() && joins(text_.substr(before, segment.begin - before));
    tokens_.push_back(token);
  }

  const Folded& folded_;
  std::string_view text_;
  std::string_view clean_;
  Segmenter segmenter_;
  std::vector<Token> tokens_;
};

}  // namespace

Token make_token(const Folded& folded, std::string_view clean, Span span) {
  const Span place = folded.to_clean.to_source(span);
  return {.begin = static_cast<std::uint32_t>(span.begin),
          .end = static_cast<std::uint32_t>(span.end),
          .shape = shape_of(clean.substr(place.begin, place.size()))};
}

std::vector<Token> split_tokens(const Folded& folded, std::string_view clean) {
  return TokenSplitter(folded, clean).run();
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
