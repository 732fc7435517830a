// SPDX-License-Identifier: Apache-2.0
#include "tokens.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <stdexcept>

#include "ascii.hpp"
#include "eight_bytes.hpp"
#include "icu.hpp"
#include "offset_cursor.hpp"
#include "shapes.hpp"
#include "signs.hpp"
#include "utf8.hpp"

namespace claimlint::text {
namespace {

constexpr ByteSet kBlanks(" \n\t\r");
constexpr ByteSet kJoiners(" \t\r\n-/'");

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

/// Whether what lies between two tokens leaves them words of one term.
bool joins(std::string_view gap) { return kJoiners.skip(gap, 0, gap.size()) == gap.size(); }

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

/// What the rules make of a byte of ASCII, as bits.
enum ByteClass : std::uint8_t {
  kLetter = 1,
  kDigit = 2,
  kRuleLetter = 4,  ///< a letter, or "@", which CLDR's rules take for one
  kWord = 8,        ///< stays in a word whatever stands beside it
  kInside = 16,     ///< may stay in a word, by what stands on both sides
  kJoiner = 32      ///< leaves the words on both sides words of one term
};

constexpr std::array<std::uint8_t, 256> kByteClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t i = 0; i < 0x80; ++i) {
    const auto c = static_cast<char>(i);
    if (is_ascii_letter(c)) classes[i] = kLetter | kRuleLetter | kWord;
    if (is_ascii_digit(c)) classes[i] = kDigit | kWord;
    if (c == '@') classes[i] = kRuleLetter | kWord;
    if (c == '_') classes[i] = kWord;
    if (is_one_of(".',;", c)) classes[i] = kInside;
    if (kJoiners.contains(c)) classes[i] |= kJoiner;
  }
  return classes;
}();

constexpr std::uint8_t class_of(char c) { return kByteClasses[static_cast<unsigned char>(c)]; }

/// What the rules keep between two letters, and between two digits.
bool is_inside_word(char before, char c, char after) {
  const auto both = static_cast<std::uint8_t>(class_of(before) & class_of(after));
  if ((both & kRuleLetter) != 0) return c == '.' || c == '\'';
  return (both & kDigit) != 0;
}

std::size_t end_of_run(std::string_view text, std::size_t at, std::size_t end) {
  while (at + EightBytes::kSize <= end) {
    const std::size_t more = EightBytes(text.data() + at).letters_or_digits();
    at += more;
    if (more < EightBytes::kSize) break;
  }
  while (at < end && (class_of(text[at]) & kWord) != 0) ++at;
  return at;
}

/// Where the word of ASCII that begins at `at` ends.
std::size_t end_of_word(std::string_view text, std::size_t at, std::size_t end) {
  while (true) {
    at = end_of_run(text, at, end);
    if (at + 1 >= end || (class_of(text[at]) & kInside) == 0) return at;
    if (!is_inside_word(text[at - 1], text[at], text[at + 1])) return at;
    ++at;
  }
}

bool has_class(std::string_view word, ByteClass wanted) {
  return std::ranges::any_of(word, [wanted](char c) { return (class_of(c) & wanted) != 0; });
}

/// Cuts a text into stretches between white space, which no rule reads as one word. Those of
/// ASCII and of signs are most, and plain; ICU is left with the others.
class TokenSplitter {
 public:
  TokenSplitter(const Folded& folded, std::string_view clean)
      : text_(folded.text),
        clean_(clean),
        to_clean_(folded.to_clean, OffsetMap::Cursor::To::source) {
    // Offsets of tokens are 32 bits wide, and ICU's have a sign.
    if (text_.size() > std::size_t{std::numeric_limits<std::int32_t>::max()}) {
      throw std::length_error("text too long to be cut into words");
    }
  }

  std::vector<Token> run() {
    constexpr std::size_t kBytesPerToken = 6;
    tokens_.reserve(text_.size() / kBytesPerToken + 1);
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t other = end_of_plain(at);
      if (other == text_.size()) {
        cut_plain(at, other);
        break;
      }
      std::size_t stretch = other;
      while (stretch > at && !kBlanks.contains(text_[stretch - 1])) --stretch;
      cut_plain(at, stretch);
      // An accent at the begin belongs to the blank before it.
      while (stretch > at && kBlanks.contains(text_[stretch - 1])) --stretch;
      at = end_of_others(other);
      cut_by_rules({stretch, at});
    }
    return std::move(tokens_);
  }

  /// The same without short cuts.
  std::vector<Token> run_by_rules() {
    cut_by_rules({0, text_.size()});
    return std::move(tokens_);
  }

 private:
  /// Where the ASCII and the signs that begin at `at` end.
  [[nodiscard]] std::size_t end_of_plain(std::size_t at) const {
    while (true) {
      at += ascii_run(text_, at);
      const std::size_t sign = lone_sign_at(text_, at);
      if (sign == 0) return at;
      at += sign;
    }
  }

  /// Where the stretch around `at` ends, and those behind it that are not ASCII either.
  [[nodiscard]] std::size_t end_of_others(std::size_t at) const {
    at = kBlanks.find(text_, at, text_.size());
    while (true) {
      const std::size_t next = kBlanks.skip(text_, at, text_.size());
      const std::size_t end = kBlanks.find(text_, next, text_.size());
      if (ascii_run(text_.substr(0, end), next) == end - next) return at;
      at = end;
    }
  }

  void cut_plain(std::size_t at, const std::size_t end) {
    const std::string_view text = text_;
    while (true) {
      std::uint8_t gap = kJoiner;
      for (; at < end && (class_of(text[at]) & kWord) == 0; ++at) gap &= class_of(text[at]);
      joined_ = joined_ && gap != 0;
      if (at == end) return;
      const Span span{at, end_of_word(text, at, end)};
      const std::string_view word = text.substr(span.begin, span.size());
      at = span.end;
      if (has_class(word, kLetter)) {
        add(span, plain_shape(span));
      } else if (has_class(word, kDigit)) {
        add(span, Shape::digits);
      } else {
        joined_ = false;
      }
    }
  }

  /// The shape of a word of ASCII that holds a letter.
  [[nodiscard]] Shape plain_shape(Span span) {
    const Span place = to_clean_.map(span);
    const bool is_short = span.size() <= EightBytes::kSize && place.size() == span.size() &&
                          span.begin + EightBytes::kSize <= text_.size() &&
                          place.begin + EightBytes::kSize <= clean_.size();
    if (is_short) {
      const EightBytes folded(text_.data() + span.begin);
      const EightBytes clean(clean_.data() + place.begin);
      if (folded.is_same_in(clean, 0, span.size())) return Shape::lower;
      if (folded.is_same_in(clean, 1, span.size())) return Shape::capital;
    }
    return shape_of(clean_.substr(place.begin, place.size()));
  }

  void cut_by_rules(Span part) {
    segmenter_.run(text_, part, [&](Span segment) {
      const std::string_view word = text_.substr(segment.begin, segment.size());
      if (holds_word(word)) {
        const Span place = to_clean_.map(segment);
        add(segment, shape_of(clean_.substr(place.begin, place.size())));
      } else {
        joined_ = joined_ && joins(word);
      }
    });
  }

  void add(Span span, Shape shape) {
    tokens_.push_back({static_cast<std::uint32_t>(span.begin), static_cast<std::uint32_t>(span.end),
                       shape, joined_ && !tokens_.empty()});
    joined_ = true;
  }

  std::string_view text_;
  std::string_view clean_;
  OffsetMap::Cursor to_clean_;
  Segmenter segmenter_;
  std::vector<Token> tokens_;
  bool joined_ = true;  ///< what lies between the last token and here joins
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

std::vector<Token> split_tokens_by_rules(const Folded& folded, std::string_view clean) {
  return TokenSplitter(folded, clean).run_by_rules();
}

}  // namespace claimlint::text
