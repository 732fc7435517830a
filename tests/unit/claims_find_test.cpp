// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claims_fixture.hpp"

namespace {

using namespace claimlint;
using fixture::lexicons_with;
using fixture::Piece;
using fixture::Reading;
using Outcomes = std::vector<std::string>;

std::string rule(const std::string& id, const std::string& type, const std::string& rest) {
  return "[[rule]]\nid = \"" + id + "\"\ntype = \"" + type +
         "\"\nmessage = \"m\"\nwant = [\"w\"]\nabsent = [\"a\"]\n" + rest + "\n";
}

const std::string kRelieve = rule("efficacy.treat.verb", "efficacy.treat",
                                  "pattern = '''relieve[sd]?'''\nnear = { condition = 3 }");

Outcomes outcomes(const std::string& rules, const std::string& prose) {
  return Reading(lexicons_with(rules), prose).outcomes();
}

}  // namespace

TEST_CASE("claims: text without a trigger has no candidate") {
  CHECK(outcomes(kRelieve, "The knee is a joint.").empty());
}

TEST_CASE("claims: a trigger with its role filled stands") {
  const Reading reading(lexicons_with(kRelieve), "Acupuncture relieves migraine.");
  REQUIRE(reading.outcomes() == Outcomes{"efficacy.treat.verb@0"});
  const claims::Candidate candidate = reading.candidates().front();
  CHECK(reading.role(candidate, "condition") == "migraine");
  CHECK(reading.role(candidate, "treatment") == "acupuncture");
  CHECK(candidate.stance == Stance::asserted);
}

TEST_CASE("claims: a role that is too far away is missing, and named") {
  const Reading reading(lexicons_with(kRelieve), "It relieves one of the many kinds of migraine.");
  REQUIRE(reading.outcomes() == Outcomes{"efficacy.treat.verb@0!role"});
  CHECK(reading.candidates().front().rejection->cue == "condition");
}

TEST_CASE("claims: words between decide reach, to the word") {
  CHECK(outcomes(kRelieve, "It relieves a very bad migraine.") ==
        Outcomes{"efficacy.treat.verb@0"});
  CHECK(outcomes(kRelieve, "It relieves a very very bad migraine.") ==
        Outcomes{"efficacy.treat.verb@0!role"});
}

TEST_CASE("claims: a demanded side is kept") {
  const std::string before = rule("efficacy.treat.before", "efficacy.treat",
                                  "pattern = '''helps'''\nbefore = { treatment = 5 }");
  CHECK(outcomes(before, "Acupuncture helps.") == Outcomes{"efficacy.treat.before@0"});
  CHECK(outcomes(before, "What helps is acupuncture.") == Outcomes{"efficacy.treat.before@0!role"});
}

TEST_CASE("claims: a cue class fills a role as a mention does") {
  const std::string either = rule("efficacy.treat.either", "efficacy.treat",
                                  "pattern = '''helps'''\nbefore = { \"treatment|they\" = 3 }");
  CHECK(outcomes(either, "It really helps.") == Outcomes{"efficacy.treat.either@0"});
  CHECK(outcomes(either, "Rest really helps.") == Outcomes{"efficacy.treat.either@0!role"});
}

TEST_CASE("claims: each demand takes words of its own") {
  const std::string two =
      rule("efficacy.treat.two", "efficacy.treat",
           "pattern = '''for'''\nnear = { condition = 9, \"condition|treatment\" = 9 }");
  CHECK(outcomes(two, "Good for migraine.") == Outcomes{"efficacy.treat.two@0!role"});
  CHECK(outcomes(two, "Good for migraine and arthritis.") == Outcomes{"efficacy.treat.two@0"});
  CHECK(outcomes(two, "Acupuncture for migraine.") == Outcomes{"efficacy.treat.two@0"});
}

TEST_CASE("claims: of what can fill a demand the nearest does") {
  const Reading reading(lexicons_with(kRelieve), "It relieves migraine and arthritis.");
  REQUIRE(reading.outcomes() == Outcomes{"efficacy.treat.verb@0"});
  CHECK(reading.role(reading.candidates().front(), "condition") == "migraine");
}

TEST_CASE("claims: where one of several demands is missing, that one is named") {
  const Reading reading(
      lexicons_with(rule("efficacy.treat.two", "efficacy.treat",
                         "pattern = '''for'''\nnear = { condition = 9, treatment = 9 }")),
      "Good for migraine.");
  REQUIRE(reading.outcomes() == Outcomes{"efficacy.treat.two@0!role"});
  CHECK(reading.candidates().front().rejection->cue == "treatment");
  CHECK(reading.role(reading.candidates().front(), "condition") == "migraine");
}

TEST_CASE("claims: what says how strongly is the nearest such word, of those as near the longest") {
  const std::string words = R"(
[[cue]]
id = "strength.weak"
class = "strength"
terms = ["may help", "often"]
[[cue]]
id = "strength.help"
class = "strength"
terms = ["help"]
)";
  const Reading reading(lexicons_with(kRelieve + words), "It may help relieve migraine often.");
  REQUIRE(reading.outcomes() == Outcomes{"efficacy.treat.verb@0"});
  CHECK(reading.role(reading.candidates().front(), "strength") == "may help");
}

TEST_CASE("claims: words of the trigger are nearer than any other") {
  const std::string words = R"(
[[cue]]
id = "strength.any"
class = "strength"
terms = ["often", "strongly"]
)";
  const Reading reading(
      lexicons_with(
          rule("efficacy.treat.often", "efficacy.treat", "pattern = '''often relieves'''") + words),
      "It strongly and often relieves migraine.");
  CHECK(reading.role(reading.candidates().front(), "strength") == "often");
}

TEST_CASE("claims: a role may be demanded of the heading above") {
  const std::string above = rule("efficacy.treat.above", "efficacy.treat",
                                 "pattern = '''works'''\nnear = { treatment = \"heading\" }");
  const auto lexicons = lexicons_with(above);
  const Reading with(lexicons,
                     {{BlockKind::heading, "Acupuncture"}, {BlockKind::prose, "It works."}});
  CHECK(with.outcomes() == Outcomes{"efficacy.treat.above@1"});
  const Reading without(lexicons,
                        {{BlockKind::heading, "Prices"}, {BlockKind::prose, "It works."}});
  CHECK(without.outcomes() == Outcomes{"efficacy.treat.above@1!role"});
}

TEST_CASE("claims: of a rule's triggers the first that stands is kept") {
  const Reading reading(lexicons_with(kRelieve),
                        "He was relieved, as it relieves migraine and relieved arthritis.");
  REQUIRE(reading.outcomes() == Outcomes{"efficacy.treat.verb@0"});
  CHECK(reading.role(reading.candidates().front(), "condition") == "migraine");
}

TEST_CASE("claims: another sense rejects, with its words") {
  const Reading reading(lexicons_with(rule("efficacy.cure.verb", "efficacy.cure",
                                           "pattern = '''cured'''\nunless = ['''cured ham''']")),
                        "Our cured ham is fine.");
  REQUIRE(reading.outcomes() == Outcomes{"efficacy.cure.verb@0!sense"});
  CHECK(reading.candidates().front().rejection->cue == "cured ham");
}

TEST_CASE("claims: a trigger must be written as its rule asks") {
  const std::string upper =
      rule("efficacy.cure.upper", "efficacy.cure", "pattern = '''cure'''\ncase = \"upper\"");
  CHECK(outcomes(upper, "A CURE at last.") == Outcomes{"efficacy.cure.upper@0"});
  CHECK(outcomes(upper, "A cure at last.") == Outcomes{"efficacy.cure.upper@0!case"});
}

TEST_CASE("claims: numbers are written like capitals, and capitals begin with one") {
  const std::string upper =
      rule("efficacy.cure.upper", "efficacy.cure", "pattern = '''cure \\d+'''\ncase = \"upper\"");
  CHECK(outcomes(upper, "A CURE 24 at last.") == Outcomes{"efficacy.cure.upper@0"});
  CHECK(outcomes(upper, "A Cure 24 at last.") == Outcomes{"efficacy.cure.upper@0!case"});
  const std::string capital =
      rule("efficacy.cure.name", "efficacy.cure", "pattern = '''cure'''\ncase = \"capital\"");
  CHECK(outcomes(capital, "A Cure at last.") == Outcomes{"efficacy.cure.name@0"});
  CHECK(outcomes(capital, "A CURE at last.") == Outcomes{"efficacy.cure.name@0"});
  CHECK(outcomes(capital, "A cure at last.") == Outcomes{"efficacy.cure.name@0!case"});
}

TEST_CASE("claims: a rule for headings rejects prose") {
  const std::string headings =
      rule("efficacy.cure.heading", "efficacy.cure", "pattern = '''cure'''\nin = [\"heading\"]");
  CHECK(outcomes(headings, "The cure is here.") == Outcomes{"efficacy.cure.heading@0!block"});
}

TEST_CASE("claims: a negation in scope rejects") {
  CHECK(outcomes(kRelieve, "It does not relieve migraine. It relieves migraine.") ==
        Outcomes{"efficacy.treat.verb@0!negated", "efficacy.treat.verb@1"});
}

TEST_CASE("claims: a negation that is part of the trigger is the claim") {
  const std::string safe =
      rule("safety.absolute.none", "safety.absolute", "pattern = '''no side effects'''");
  CHECK(outcomes(safe, "It has no side effects.") == Outcomes{"safety.absolute.none@0"});
}

TEST_CASE("claims: nor does it matter how far the trigger's own negation reaches") {
  const std::string safe =
      rule("safety.absolute.free", "safety.absolute", "pattern = '''harm is nil'''") +
      "[[cue]]\nid = \"negation.none\"\nclass = \"negation\"\nterms = [\"nil\"]\nscope = "
      "\"both\"\n";
  CHECK(outcomes(safe, "The harm is nil.") == Outcomes{"safety.absolute.free@0"});
}

TEST_CASE("claims: a hedge sets the stance and does not reject") {
  const Reading reading(lexicons_with(kRelieve), "Acupuncture may relieve migraine.");
  REQUIRE(reading.outcomes() == Outcomes{"efficacy.treat.verb@0"});
  CHECK(reading.candidates().front().stance == Stance::hedged);
}

TEST_CASE("claims: a question rejects unless the rule says that it presupposes the claim") {
  const std::string leading =
      rule("efficacy.treat.leading", "efficacy.treat", "pattern = '''tried'''\nquestions = true");
  CHECK(outcomes(kRelieve, "Does it relieved migraine?") ==
        Outcomes{"efficacy.treat.verb@0!question"});
  CHECK(outcomes(leading, "Have you tried acupuncture?") == Outcomes{"efficacy.treat.leading@0"});
}

TEST_CASE("claims: history in the same clause rejects") {
  CHECK(outcomes(kRelieve, "In 1850 a doctor relieved migraine with it.") ==
        Outcomes{"efficacy.treat.verb@0!history"});
  CHECK(outcomes(kRelieve, "Found in 1850, acupuncture relieves migraine.") ==
        Outcomes{"efficacy.treat.verb@0"});
}

TEST_CASE("claims: a cue of history rejects as far as its scope goes") {
  const auto told = [](const std::string& scope, const std::string& prose) {
    const std::string cue =
        "[[cue]]\nid = \"history.once\"\nclass = \"history\"\nterms = "
        "[\"once\"]\nscope = \"";
    return outcomes(kRelieve + cue + scope + "\n", prose).front() ==
           "efficacy.treat.verb@0!history";
  };
  CHECK(told("forward\"", "Once it relieved migraine."));
  CHECK_FALSE(told("forward\"", "It relieved migraine once."));
  CHECK(told("backward\"", "It relieved migraine once."));
  CHECK_FALSE(told("backward\"", "Once it relieved migraine."));
  CHECK(told("both\"", "Once it relieved migraine."));
  CHECK(told("both\"", "It relieved migraine once."));
  CHECK(told("sentence\"", "Once, so they say, it relieved migraine."));
  CHECK(told("forward\"\nreach = 2", "Once it relieved migraine."));
  CHECK_FALSE(told("forward\"\nreach = 2", "Once it really relieved migraine."));
}

TEST_CASE("claims: a line that leads elsewhere rejects, the same word in a text does not") {
  CHECK(outcomes(kRelieve, "Read more: what relieves migraine") ==
        Outcomes{"efficacy.treat.verb@0!navigation"});
  CHECK(outcomes(kRelieve, "What relieves migraine at home") == Outcomes{"efficacy.treat.verb@0"});
  CHECK(outcomes(kRelieve, "It relieves migraine - contact us") ==
        Outcomes{"efficacy.treat.verb@0"});
  CHECK(outcomes(kRelieve, "Relieves migraine - contact us") ==
        Outcomes{"efficacy.treat.verb@0!navigation"});
}

TEST_CASE("claims: a line leads nowhere by the words of the trigger itself") {
  const std::string rules =
      rule("efficacy.treat.call", "efficacy.treat", "pattern = '''contact us'''");
  CHECK(outcomes(rules, "Contact us") == Outcomes{"efficacy.treat.call@0"});
  CHECK(outcomes(rules, "Read more - contact us") == Outcomes{"efficacy.treat.call@0!navigation"});
}

TEST_CASE("claims: a role is what the rule asked for, else the nearest, of equals the first") {
  const std::string pattern = "pattern = '''relieves'''";
  const std::string prose = "Migraine relieves arthritis.";
  const Reading asked(lexicons_with(rule("efficacy.treat.a", "efficacy.treat",
                                         pattern + "\nafter = { condition = 6 }")),
                      prose);
  CHECK(asked.role(asked.candidates().front(), "condition") == "arthritis");
  const Reading open(lexicons_with(rule("efficacy.treat.a", "efficacy.treat", pattern)), prose);
  CHECK(open.role(open.candidates().front(), "condition") == "migraine");
}

TEST_CASE("claims: boilerplate rejects as navigation") {
  const Reading reading(lexicons_with(kRelieve),
                        {{BlockKind::boilerplate, "It relieves migraine."}});
  CHECK(reading.outcomes() == Outcomes{"efficacy.treat.verb@0!navigation"});
}

TEST_CASE("claims: one candidate of a type stands in a sentence, the gravest") {
  const std::string rules =
      rule("efficacy.treat.long", "efficacy.treat", "pattern = '''relieves all kinds'''") +
      rule("efficacy.treat.grave", "efficacy.treat",
           "pattern = '''kinds of'''\nseverity = \"high\"");
  CHECK(outcomes(rules, "It relieves all kinds of migraine.") ==
        Outcomes{"efficacy.treat.long@0!covered", "efficacy.treat.grave@0"});
}

TEST_CASE("claims: of equally grave ones the longest trigger stands") {
  const std::string rules =
      rule("efficacy.treat.short", "efficacy.treat", "pattern = '''relieves'''") +
      rule("efficacy.treat.long", "efficacy.treat", "pattern = '''all kinds of'''");
  CHECK(outcomes(rules, "It relieves all kinds of migraine.") ==
        Outcomes{"efficacy.treat.short@0!covered", "efficacy.treat.long@0"});
}

TEST_CASE("claims: the cause is named before its trigger, the condition after") {
  const Reading reading(lexicons_with(rule("cause.link.verb", "cause.link",
                                           "pattern = '''causes'''\nafter = { condition = 4 }")),
                        "Arthritis of the neck causes migraine.");
  REQUIRE(reading.outcomes() == Outcomes{"cause.link.verb@0"});
  CHECK(reading.role(reading.candidates().front(), "cause") == "neck");
  CHECK(reading.role(reading.candidates().front(), "condition") == "migraine");
}

TEST_CASE("claims: what is said to cause a condition may be one itself") {
  const Reading reading(lexicons_with(rule("cause.link.verb", "cause.link",
                                           "pattern = '''causes'''\nafter = { condition = 4 }\n"
                                           "before = { \"anatomy|condition\" = 9 }")),
                        "Arthritis of this kind causes migraine.");
  REQUIRE(reading.outcomes() == Outcomes{"cause.link.verb@0"});
  CHECK(reading.role(reading.candidates().front(), "cause") == "arthritis");
  CHECK(reading.role(reading.candidates().front(), "condition") == "migraine");
}

TEST_CASE("claims: where the rule asks for the condition first, the cause comes after") {
  const Reading reading(
      lexicons_with(rule("cause.link.from", "cause.link",
                         "pattern = '''comes from'''\nbefore = { condition = 4 }")),
      "Migraine comes from the neck.");
  REQUIRE(reading.outcomes() == Outcomes{"cause.link.from@0"});
  CHECK(reading.role(reading.candidates().front(), "cause") == "neck");
  CHECK(reading.role(reading.candidates().front(), "condition") == "migraine");
}
