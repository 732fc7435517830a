// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/uax29.hpp"
#include "text/letters.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

using claimlint::BlockKind;
using claimlint::Span;
using namespace claimlint::text;

namespace {

/// Tokens in a line; "+" before a token that is joined to the one before it.
std::string tokens_of(std::string_view clean) {
  const Folded folded = fold(clean);
  std::string line;
  for (const Token& token : split_tokens(folded, clean)) {
    if (!line.empty()) line += ' ';
    if (token.joined) line += '+';
    line += folded.text.substr(token.begin, token.end - token.begin);
  }
  return line;
}

Shape shape_of(std::string_view clean) {
  const std::vector<Token> tokens = split_tokens(fold(clean), clean);
  REQUIRE(tokens.size() == 1);
  return tokens[0].shape;
}

bool holds_letter_or_digit(std::string_view segment) {
  for (std::size_t i = 0; i < segment.size();) {
    const CodePoint point = code_point_at(segment, i);
    if (is_letter(point.value) || is_digit(point.value)) return true;
    i = point.end;
  }
  return false;
}

Document document_of(std::string clean) {
  Text text;
  text.clean = std::move(clean);
  text.blocks.push_back({BlockKind::prose, {0, text.clean.size()}, kNone});
  return segment(std::move(text), {});
}

}  // namespace

TEST_CASE("tokens: blanks and signs hold none") {
  CHECK(tokens_of("") == "");
  CHECK(tokens_of(" \n – … ★ ™") == "");
}

TEST_CASE("tokens: words with an apostrophe and numbers are one") {
  CHECK(tokens_of("Don’t stop") == "don't +stop");
  CHECK(tokens_of("3.5 mm, 35,000") == "3.5 +mm 35,000");
}

TEST_CASE("tokens: hyphens and slashes part words that stay joined") {
  CHECK(tokens_of("tension-type/cluster headache") == "tension +type +cluster +headache");
  CHECK(tokens_of("¼ mm") == "1 +4 +mm");
  CHECK(tokens_of("the patients’ pain") == "the +patients +pain");
}

TEST_CASE("tokens: a colon parts words") { CHECK(tokens_of("note:pain 1:2") == "note pain +1 2"); }

TEST_CASE("tokens: but for the colon they are the words that UAX #29 has") {
  const std::vector<std::string> pieces{"a",
                                        "bc",
                                        "1",
                                        "23",
                                        "_",
                                        ".",
                                        ",",
                                        ";",
                                        "'",
                                        "\"",
                                        "-",
                                        "/",
                                        "@",
                                        " ",
                                        " ",
                                        "\n",
                                        "\xC3\xA9",
                                        "(",
                                        "\xD0\xB6",
                                        "\t",
                                        "%",
                                        "\f",
                                        "\x0B",
                                        "\xCC\x88",
                                        "\xE2\x80\x8D",
                                        "\xE6\xBC\xA2",
                                        "\xE0\xB8\x81\xE0\xB8\xB2"};
  std::minstd_rand random(1);
  for (int round = 0; round < 20000; ++round) {
    Folded folded;
    for (int i = 0; i < 10; ++i) folded.text += pieces[random() % pieces.size()];
    CAPTURE(folded.text);
    std::vector<Span> tokens;
    for (const Token& token : split_tokens(folded, folded.text)) {
      tokens.push_back({token.begin, token.end});
    }
    std::vector<Span> words;
    for (const Span word : claimlint::uax29_words(folded.text)) {
      const std::string_view segment =
          std::string_view(folded.text).substr(word.begin, word.size());
      if (holds_letter_or_digit(segment)) words.push_back(word);
    }
    CHECK(tokens == words);
  }
}

TEST_CASE("tokens: other punctuation joins nothing") {
  CHECK(tokens_of("neck, back (hip) “knee” & toe") == "neck back hip knee toe");
  CHECK(tokens_of("neck\npain") == "neck +pain");
}

TEST_CASE("tokens: the shape is the one the words had") {
  CHECK(shape_of("aids") == Shape::lower);
  CHECK(shape_of("Aids") == Shape::capital);
  CHECK(shape_of("AIDS") == Shape::upper);
  CHECK(shape_of("A") == Shape::capital);
  CHECK(shape_of("McDonald") == Shape::mixed);
  CHECK(shape_of("iPhone") == Shape::mixed);
  CHECK(shape_of("Émile") == Shape::capital);
  CHECK(shape_of("ＣＵＲＥ") == Shape::upper);
  CHECK(shape_of("35,000") == Shape::digits);
  CHECK(shape_of("don't") == Shape::lower);
  CHECK(shape_of("C1") == Shape::capital);
}

TEST_CASE("tokens: a span finds the tokens it overlaps") {
  const Document document = document_of("The neck pain, again");
  CHECK(document.tokens_in({4, 13}) == TokenRange{1, 3});
  CHECK(document.tokens_in({5, 6}) == TokenRange{1, 2});
  CHECK(document.tokens_in({13, 15}).empty());
  CHECK(document.tokens_in({3, 4}).empty());
}

TEST_CASE("tokens: an edge is an offset that is not inside one") {
  const Document document = document_of("neck pain");
  CHECK(document.is_token_edge(0));
  CHECK(document.is_token_edge(4));
  CHECK(document.is_token_edge(5));
  CHECK(document.is_token_edge(9));
  CHECK_FALSE(document.is_token_edge(1));
  CHECK_FALSE(document.is_token_edge(8));
}

TEST_CASE("tokens: two sentences glued together are two tokens, not joined") {
  const Document document = document_of("It may be.Interestingly so.");
  REQUIRE(document.sentences.size() == 2);
  REQUIRE(document.tokens.size() == 5);
  CHECK(document.word(2) == "be");
  CHECK(document.word(3) == "interestingly");
  CHECK(document.tokens[3].shape == Shape::capital);
  CHECK_FALSE(document.tokens[3].joined);
  CHECK(document.sentences[0].tokens == TokenRange{0, 3});
  CHECK(document.sentences[1].tokens == TokenRange{3, 5});
}

TEST_CASE("tokens: no term reaches from one block into the next") {
  Text text;
  text.clean = "Neck\nPain relief";
  text.blocks = {{BlockKind::heading, {0, 4}, kNone}, {BlockKind::prose, {5, 16}, 0}};
  const Document document = segment(std::move(text), {});
  REQUIRE(document.tokens.size() == 3);
  CHECK_FALSE(document.tokens[1].joined);
  CHECK(document.tokens[2].joined);
}

TEST_CASE("tokens: folded spans lead back to the words of the source") {
  const Document document = document_of("It’s ¼ mm");
  const Span folded = document.folded_span({1, 3});
  CHECK(document.folded_text(folded) == "1/4");
  CHECK(document.clean_text(folded) == "¼");
}
