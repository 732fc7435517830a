// SPDX-License-Identifier: Apache-2.0
#include "text/fold.hpp"

#include <algorithm>
#include <string>

#include "checks.hpp"
#include "claimlint/offsets.hpp"
#include "claimlint/text.hpp"
#include "claimlint/uax29.hpp"
#include "targets.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace claimlint::fuzz {
namespace {

/// What is quick, for ASCII and common signs, gives what the rules give step by step.
void check_short_cuts(std::string_view clean) {
  const text::Folded quick = text::fold(clean);
  const text::Folded steps = text::fold_by_steps(clean);
  require(quick.text == steps.text && quick.notes == steps.notes,
          "short cuts fold as the rules do");
  each_character(quick.text, [&](Span span) {
    require(quick.to_clean.to_source(span) == steps.to_clean.to_source(span),
            "short cuts map as the rules do");
  });
  each_character(clean, [&](Span span) {
    require(quick.to_clean.to_derived(span) == steps.to_clean.to_derived(span),
            "short cuts map back as the rules do");
  });
  const auto same = [](const text::Token& a, const text::Token& b) {
    return a.begin == b.begin && a.end == b.end && a.shape == b.shape && a.joined == b.joined;
  };
  require(std::ranges::equal(text::split_tokens(quick, clean),
                             text::split_tokens_by_rules(quick, clean), same),
          "short cuts cut as the rules do");
}

/// Counts along, one character after another.
TextPosition next_position(TextPosition at, std::string_view utf8, Span character) {
  at.byte = character.end;
  ++at.code_point;
  constexpr std::size_t kOnePlane = 3;  // bytes of what takes one unit of UTF-16
  at.utf16 += character.size() > kOnePlane ? 2 : 1;
  ++at.column;
  const char c = utf8[character.begin];
  const bool half = c == '\r' && character.end < utf8.size() && utf8[character.end] == '\n';
  if (c != '\n' && (c != '\r' || half)) return at;
  ++at.line;
  at.column = 1;
  return at;
}

void check_offsets(std::string_view utf8) {
  const OffsetIndex index(utf8);
  TextPosition at;
  const auto check = [&] {
    require(index.at_byte(at.byte) == at, "a byte has its place");
    require(index.at_code_point(at.code_point) == at, "a code point has its place");
    require(index.at_utf16(at.utf16) == at, "a unit of UTF-16 has its place");
  };
  each_character(utf8, [&](Span character) {
    check();
    const bool ends_line = utf8[character.begin] == '\n' || utf8[character.begin] == '\r';
    require(ends_line || index.at_line(at.line, at.column) == at, "a column has its place");
    at = next_position(at, utf8, character);
  });
  check();
}

void check_segments(std::string_view utf8) {
  for (const auto& segments : {uax29_words(utf8), uax29_sentences(utf8)}) {
    std::size_t end = 0;
    for (const Span segment : segments) {
      require(segment.begin == end && segment.end > end, "segments leave no gap");
      end = segment.end;
      require(is_character_edge(utf8, end), "segments end on edges of characters");
    }
    require(end == utf8.size(), "segments reach to the end");
  }
}

/// What programs see of it that do without the audit.
void check_public_text(std::string_view bytes) {
  const Text text(bytes, {.format = "text"}, {.assume_language = "en"});
  const Text again(bytes, {.format = "text"}, {.assume_language = "en"});
  require(text.clean() == again.clean() && text.folded() == again.folded() &&
              text.sentences().size() == again.sentences().size(),
          "reading twice gives the same");
  for (const TextToken& token : text.tokens()) {
    require(is_within(token.span, {0, text.clean().size()}), "a word lies in the text");
    require(is_within(token.folded, text.to_folded(token.span)),
            "a word is folded where it stands");
    require(is_within(token.span, text.from_folded(token.folded)), "and has its way back");
    const Place place = text.to_source(token.span);
    require(is_within(place.span, {0, bytes.size()}), "a word has its place");
    require(is_within(token.span, text.from_source(place.span)), "a place holds its word");
  }
  for (const TextSentence& sentence : text.sentences()) {
    require(is_within(sentence.span, text.blocks().at(sentence.block).span),
            "a sentence lies in its block");
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
      require(is_within(text.tokens().at(i).span, sentence.span), "a sentence holds its words");
    }
  }
}

}  // namespace

/// Folding with and without short cuts, and every way to count places.
void fuzz_fold(std::string_view bytes) {
  const text::Decoded decoded = text::decode(bytes);
  check_short_cuts(decoded.utf8);
  check_offsets(decoded.utf8);
  check_segments(decoded.utf8);
  check_public_text(bytes);
}

}  // namespace claimlint::fuzz
