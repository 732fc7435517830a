// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "context/context.hpp"
#include "tag_sample.hpp"

namespace claimlint {
namespace {

constexpr std::string_view kLexicon = R"(
[[cue]]
id = "negation.not"
class = "negation"
terms = ["not", "no"]
scope = "forward"
reach = 4
[[cue]]
id = "negation.absent"
class = "negation"
terms = ["is absent"]
scope = "backward"
[[cue]]
id = "pseudo_negation.only"
class = "pseudo_negation"
terms = ["not only"]
[[cue]]
id = "terminator.but"
class = "terminator"
terms = ["but"]
[[cue]]
id = "hedge.may"
class = "hedge"
terms = ["may"]
scope = "forward"
[[cue]]
id = "conditional.if"
class = "conditional"
terms = ["if"]
scope = "forward"
[[cue]]
id = "refutation.evidence"
class = "refutation"
terms = ["it is a myth that"]
scope = "sentence"
)";

/// The stance of a word in a text of one sentence.
Stance stance(std::string_view clean, std::string_view word) {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const text::Document document = sample::read(clean);
  const auto contexts = context::read_context(document, tag::tag(document, lexicons), lexicons);
  const std::size_t at = document.folded.text.find(word);
  REQUIRE(at != std::string::npos);
  return contexts.at(0).stance_of(document.tokens_in({at, at + word.size()}));
}

}  // namespace

TEST_CASE("scopes: a long dash ends what is denied, behind a closing mark as well") {
  CHECK(stance("It is not tea\u2014it cures migraine.", "cures") == Stance::asserted);
  CHECK(stance("It is not \"tea\"\u2014it cures migraine.", "cures") == Stance::asserted);
  CHECK(stance("It is not tea-based and cures.", "cures") == Stance::negated);
}

TEST_CASE("scopes: a plain sentence asserts") {
  CHECK(stance("Massage cures migraine.", "cures") == Stance::asserted);
}

TEST_CASE("scopes: negation reaches forward, no further than its words or its clause") {
  CHECK(stance("It does not cure migraine.", "cure") == Stance::negated);
  CHECK(stance("It cures and does not hurt.", "cures") == Stance::asserted);
  CHECK(stance("Those who do not want to wait any longer are cured.", "cured") == Stance::asserted);
  CHECK(stance("It is not cheap but cures you.", "cures") == Stance::asserted);
  CHECK(stance("It is not cheap; it cures.", "cures") == Stance::asserted);
  CHECK(stance("It is not cheap \u2014 it cures.", "cures") == Stance::asserted);
}

TEST_CASE("scopes: backward negation reaches back to its clause") {
  CHECK(stance("The pain is absent now.", "pain") == Stance::negated);
  CHECK(stance("We cure it but pain is absent.", "cure") == Stance::asserted);
}

TEST_CASE("scopes: words that only look like a negation cancel it") {
  CHECK(stance("It not only cures migraine.", "cures") == Stance::asserted);
}

TEST_CASE("scopes: a trigger that holds the negation itself is not negated") {
  CHECK(stance("There are no side effects.", "no side effects") == Stance::asserted);
}

TEST_CASE("scopes: hedge and condition") {
  CHECK(stance("It may help you.", "help") == Stance::hedged);
  CHECK(stance("If it hurts, we cure it.", "hurts") == Stance::conditional);
  CHECK(stance("If it hurts, we cure it.", "cure") == Stance::asserted);
}

TEST_CASE("scopes: the strongest stance wins") {
  CHECK(stance("It may not help you.", "help") == Stance::negated);
  CHECK(stance("May it help you?", "help") == Stance::question);
  CHECK(stance("It is a myth that this may not help.", "help") == Stance::refuted);
}

TEST_CASE("scopes: a question mark inside closing quotes still asks") {
  CHECK(stance("\"Does it help you?\"", "help") == Stance::question);
  CHECK(stance("Does it help you (or me)?", "help") == Stance::question);
  CHECK(stance("It helps you.", "helps") == Stance::asserted);
}

}  // namespace claimlint
