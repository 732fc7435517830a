// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "claimlint/text.hpp"

using namespace claimlint;

namespace {

std::vector<std::string> sentences(const Text& text) {
  std::vector<std::string> result;
  for (const TextSentence& sentence : text.sentences()) {
    result.emplace_back(text.words(sentence.span));
  }
  return result;
}

}  // namespace

TEST_CASE("public text: plain text is cut into blocks, sentences and words") {
  const Text text("Why it works\n\nDr. Lee adjusts you. It helps!\n\n- Less pain\n- More sleep\n");
  CHECK(text.status() == Status::audited);
  CHECK(text.format() == "text");
  CHECK(sentences(text) == std::vector<std::string>{"Why it works", "Dr. Lee adjusts you.",
                                                    "It helps!", "Less pain", "More sleep"});
  const TextSentence& item = text.sentences()[3];
  CHECK(text.blocks()[item.block].kind == BlockKind::list_item);
  CHECK(text.words(text.blocks()[*text.blocks()[item.block].heading].span) == "Why it works");
  const TextSentence& second = text.sentences()[1];
  const TextToken& first_word = text.tokens()[second.first_token];
  CHECK(text.words(first_word.span) == "Dr");
  CHECK(first_word.shape == WordShape::capital);
  CHECK(text.words(text.tokens()[second.last_token - 1].span) == "you");
}

TEST_CASE("public text: places in HTML are those of the source, with the pieces between markup") {
  const std::string page = "<p>It&rsquo;s a <b>m</b>iracle &amp; a cure.</p>";
  const Text text(page, {.path = "page.html"}, {.assume_language = "en"});
  REQUIRE(text.sentences().size() == 1);
  CHECK(text.words(text.sentences()[0].span) == "It\u2019s a miracle & a cure.");
  const std::size_t at = text.clean().find("miracle");
  const Place miracle = text.to_source({at, at + 7});
  CHECK(page.substr(miracle.span.begin, miracle.span.size()) == "m</b>iracle");
  REQUIRE(miracle.parts.size() == 2);
  CHECK(page.substr(miracle.parts[1].begin, miracle.parts[1].size()) == "iracle");
  CHECK(text.from_source(miracle.span) == Span{at, at + 7});
  const std::size_t quote = text.clean().find("\u2019");
  const Span entity = text.to_source({quote, quote + 3}).span;
  CHECK(page.substr(entity.begin, entity.size()) == "&rsquo;");
}

TEST_CASE("public text: the folded view maps there and back") {
  const Text text("Caf\u00E9 \u00BC Mile", {}, {.assume_language = "en"});
  CHECK(text.folded() == "cafe 1/4 mile");
  const Span fraction = text.to_folded({6, 8});
  CHECK(text.folded().substr(fraction.begin, fraction.size()) == "1/4");
  CHECK(text.words(text.from_folded({fraction.begin, fraction.begin + 1})) == "\u00BC");
}

TEST_CASE("public text: the caller's abbreviations replace the shipped ones") {
  const std::string_view words = "Ask for Foo. Bar knows. See Dr. Lee.";
  CHECK(sentences(Text(words, {}, {.assume_language = "en"})).size() == 3);
  CHECK(sentences(Text(words, {}, {.assume_language = "en", .abbreviations = {{"foo."}}})).size() ==
        3);
  CHECK(sentences(Text(words, {}, {.assume_language = "en", .abbreviations = {{"foo.", "dr."}}}))
            .size() == 2);
}

TEST_CASE("public text: what cannot be read says so and has empty lists") {
  const Text binary(std::string_view("\0\1\2\3\4\5\6\7", 8));
  CHECK(binary.status() == Status::not_audited);
  CHECK_FALSE(binary.reasons().empty());
  CHECK(binary.clean().empty());
  CHECK(binary.sentences().empty());
  CHECK_THROWS_AS(Text("words", {.format = "papyrus"}), std::invalid_argument);
}

TEST_CASE("public text: a copy outlives the original and serves other threads") {
  std::vector<std::string> found(4);
  {
    const Text text("One two. Three four.", {}, {.assume_language = "en"});
    std::vector<std::jthread> threads;
    for (std::string& each : found) {
      threads.emplace_back([copy = text, &each] { each = copy.words(copy.sentences()[1].span); });
    }
  }
  for (const std::string& each : found) CHECK(each == "Three four.");
}
