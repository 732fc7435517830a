// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.hpp"

using claimlint::BlockKind;
using namespace claimlint::text;

namespace {

const std::vector<std::string> kAbbreviations = {"dr.", "ms.", "e.g.", "st.", "u.s.", "no. #"};

/// Sentences parted by " | ".
std::string split(std::string clean) {
  Text text;
  text.clean = std::move(clean);
  text.blocks.push_back({BlockKind::prose, {0, text.clean.size()}, kNone});
  const Document document = segment(std::move(text), kAbbreviations);
  std::string line;
  for (const SentenceRange& sentence : document.sentences) {
    if (!line.empty()) line += " | ";
    line += document.clean_text(sentence.folded);
  }
  return line;
}

/// Checks the sentences written with " | " between them against the same text with blanks.
void check_split(const std::string& wanted) {
  std::string clean = wanted;
  for (std::size_t at = clean.find(" | "); at != std::string::npos; at = clean.find(" | ")) {
    clean.replace(at, 3, " ");
  }
  CHECK(split(clean) == wanted);
}

}  // namespace

TEST_CASE("sentences: white space holds none") {
  CHECK(split("") == "");
  CHECK(split(" \n\t ") == "");
}

TEST_CASE("sentences: full stop, exclamation and question mark end one") {
  check_split("It helps. | It does! | Does it? | Yes");
}

TEST_CASE("sentences: white space around one is no part of it") {
  CHECK(split("  It helps.\u00A0 \n It does. ") == "It helps. | It does.");
}

TEST_CASE("sentences: Dr. does not end one") {
  check_split("See Dr. Smith today. | He is at St. Mary's.");
  check_split("Some herbs, e.g. Ginkgo, may help.");
}

TEST_CASE("sentences: an abbreviation in brackets does not carry over") {
  check_split("He is a doctor (Dr.) | The rest are not.");
}

TEST_CASE("sentences: a word in capitals is no title") {
  check_split("Many people live with MS. | They may tire.");
  check_split("MS. JONES MAY TIRE. | Ms. Jones may too.");
}

TEST_CASE("sentences: what is not listed ends one before a capital only") {
  check_split("We treat sprains, strains, etc. | The list goes on.");
  check_split("Open 9 a.m. to 5 p.m. on weekdays.");
  check_split("She is a D.C. | Her office is here.");
}

TEST_CASE("sentences: No. is an abbreviation only before a number") {
  check_split("Take No. 9 daily.");
  check_split("Does it hurt? | No. | The pain is mild.");
}

TEST_CASE("sentences: initials end none, a vitamin does") {
  check_split("J. Smith met Mary K. Jones.");
  check_split("We give vitamin C. | It is safe.");
}

TEST_CASE("sentences: decimals and versions end none") {
  check_split("It moved 3.5 mm or .5 in. that day.");
}

TEST_CASE("sentences: an ellipsis ends one only before a capital") {
  check_split("Wait... what is it? | Well... | Nothing…");
  CHECK(split("One visit … $40") == "One visit … $40");
}

TEST_CASE("sentences: doubled full stops belong to theirs") {
  check_split("It heals itself.. | We help.");
}

TEST_CASE("sentences: quotes and brackets behind the full stop belong to it") {
  check_split("“It is gone.” | She cried. | (We did too.) | \"Really?\" | Yes.");
}

TEST_CASE("sentences: a small letter behind a quoted question goes on") {
  check_split("“Is it safe?” she asked.");
}

TEST_CASE("sentences: an attribution stands by itself") {
  check_split("\"It changed my life.\" | - anonymous");
  check_split("“I can walk.” | – Lorna P., Ohio");
}

TEST_CASE("sentences: a missing blank is mended") {
  CHECK(split("It may be.Interestingly, it is not.") == "It may be. | Interestingly, it is not.");
  CHECK(split("Why wait?Call us.Today") == "Why wait? | Call us. | Today");
  CHECK(split("She said “no.”They left.") == "She said “no.” | They left.");
  CHECK(split("Ask about an MRI.The scan is short.") == "Ask about an MRI. | The scan is short.");
}

TEST_CASE("sentences: addresses, names and files are not torn") {
  check_split("Write to Jane.Doe@clinic.example or see www.Clinic.Example now.");
  check_split("See Dr.Smith, J.Doe or node.Js.org there.");
  check_split("Read report.pdf and index.html first.");
}

TEST_CASE("sentences: a reference mark belongs to the sentence before it") {
  check_split("It helps.[12] | It is safe.¹ | We know.");
  CHECK(split("It helps.3 The rest is new.") == "It helps.3 | The rest is new.");
}

TEST_CASE("sentences: the number of a list item is no sentence") {
  check_split("1. Drink water. | It helps.");
  check_split("1.) Drink water.");
}

TEST_CASE("sentences: dots in brackets stand for words") { check_split("He [...] Said so."); }

TEST_CASE("sentences: an empty line ends one, a single line end does not") {
  CHECK(split("About us\n\nWe care") == "About us | We care");
  CHECK(split("We care\nfor you") == "We care\nfor you");
}

TEST_CASE("sentences: none crosses a block") {
  Text text;
  text.clean = "Neck pain\nis common";
  text.blocks = {{BlockKind::heading, {0, 9}, kNone}, {BlockKind::prose, {10, 19}, 0}};
  const Document document = segment(std::move(text), {});
  REQUIRE(document.sentences.size() == 2);
  CHECK(document.sentences[0].block == 0);
  CHECK(document.sentences[1].block == 1);
}

TEST_CASE("sentences: each visible character lies in exactly one") {
  std::mt19937 random(5);
  const std::vector<std::string> kParts = {
      ".", "!", "?",  " ",  "\n", "\"", "”", "“",    "'", "(", ")", "-", "\u00A0", "a",
      "A", "1", "dr", "Be", "be", "é",  "Ж", "MS. ", "[", "]", "…", "$", "¼",      "\u200B"};
  for (int round = 0; round < 3000; ++round) {
    Text text;
    for (std::size_t size = random() % 30; size > 0; --size) {
      text.clean += kParts[random() % kParts.size()];
    }
    text.blocks.push_back({BlockKind::prose, {0, text.clean.size()}, kNone});
    const Document document = segment(std::move(text), kAbbreviations);
    std::string together;
    std::size_t last = 0;
    for (const SentenceRange& sentence : document.sentences) {
      CHECK(sentence.folded.begin >= last);
      last = sentence.folded.end;
      together += document.folded_text(sentence.folded);
    }
    const auto visible = [](std::string all) {
      std::erase_if(all, [](char c) { return c == ' ' || c == '\n'; });
      return all;
    };
    CHECK(visible(together) == visible(document.folded.text));
    for (const Token& token : document.tokens) {
      const bool inside = std::any_of(
          document.sentences.begin(), document.sentences.end(), [&](const SentenceRange& sentence) {
            return sentence.folded.begin <= token.begin && token.end <= sentence.folded.end;
          });
      CHECK(inside);
    }
  }
}

TEST_CASE("sentences: a thousand words without a full stop are cut, and nothing is lost") {
  std::string clean;
  for (int i = 0; i < 2500; ++i) clean += "word" + std::to_string(i) + ", ";
  Text text;
  text.clean = clean;
  text.blocks.push_back({BlockKind::prose, {0, clean.size()}, kNone});
  const Document document = segment(std::move(text), kAbbreviations);
  REQUIRE(document.sentences.size() == 3);
  std::string joined;
  for (const SentenceRange& sentence : document.sentences) {
    CHECK(sentence.tokens.size() <= 1000);
    joined += std::string(document.clean_text(sentence.folded)) + " ";
  }
  CHECK(joined == clean);
}
