// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "claims_fixture.hpp"
#include "judge/features.hpp"
#include "judge/learned.hpp"
#include "judge/weigh.hpp"

namespace {

using namespace claimlint;
using fixture::lexicons_with;
using fixture::Piece;
using fixture::Reading;
using fixture::rule_table;
using judge::Judgement;

const std::string kTables = rule_table("efficacy.treat.verb", "relieves?") +
                            rule_table("efficacy.cure.verb", "cures?") +
                            rule_table("persuasion.urgency.now", "act now") + R"(
[model]
mild = -300
hide = -200
outputs = [
    { bias = -100, raise = 0 },
    { bias = -100, raise = 0 },
    { type = "efficacy.treat", bias = -100, raise = 50 },
    { type = "efficacy.cure", bias = -300, raise = 50 },
]
bands = [
    { confidence = "high", from = 200, precision = 0.9, count = 10 },
    { confidence = "medium", from = 0, precision = 0.6, count = 10 },
    { confidence = "low", from = -100000, precision = 0.3, count = 10 },
]
weights = '''
w=vanished	0:150 1:-20 2:20 3:90
w=soothing	0:150 1:150 2:170
w=gone	0:200 1:200 2:10 3:400
w=leaflet	0:-450 1:-450
w=brochure	0:-150 1:-150
w=pamphlet	1:-450
w=notice	0:-100 1:-200
w=memo	0:-100 1:-450
w=ointment	2:60
w=warm	2:50
w=golden	2:40
w=plain	2:-35
w=gentle	2:30
share=3	2:45
length=0	2:20
pair=condition vanished	0:100
'''
)";

std::vector<Judgement> weighed(const std::vector<Piece>& pieces) {
  const Reading reading(lexicons_with(kTables), pieces);
  return judge::weigh(reading.judgements(), reading.observations(), {});
}

std::vector<Judgement> weighed(const std::string& prose) {
  return weighed({{BlockKind::prose, prose}});
}

Judgement first_of(const std::vector<Judgement>& judgements) {
  REQUIRE(judgements.size() == 1);
  return judgements.front();
}

/// Sentences that claim nothing.
std::string plain(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += " The leaflet lies on the table.";
  return text;
}

/// With enough of a leaflet behind it.
std::string long_text(std::string text) { return text + plain(10); }

std::vector<std::string> names_of(const Reading& reading, std::uint32_t sentence) {
  const auto judgements = reading.judgements();
  judge::FeatureNames names;
  judge::Features(reading.observations(), judgements).describe(sentence, names);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < names.size(); ++i) all.emplace_back(names[i]);
  return all;
}

bool is_described(const Reading& reading, std::uint32_t sentence, const std::string& name) {
  const std::vector<std::string> all = names_of(reading, sentence);
  return std::find(all.begin(), all.end(), name) != all.end();
}

bool is_of_model(const Judgement& judgement) { return judgement.candidate.rule >= 3; }

}  // namespace

TEST_CASE("weigh: a claim of a rule gets the band of its type, with what weighs most") {
  const auto judgements = weighed("It relieves migraine, soothing and gone.");
  REQUIRE(judgements.size() == 2);
  const Judgement& treat = judgements.back();
  CHECK(treat.candidate.rule == 0);
  CHECK(treat.confidence == Confidence::medium);
  REQUIRE(treat.confidence_reasons.size() == 2);
  CHECK(treat.confidence_reasons.front() == "\"soothing\" +1.70");
  CHECK(treat.confidence_reasons.back() == "\"gone\" +0.10");
}

TEST_CASE("weigh: the five reasons that weigh most are given, those against it as well") {
  const auto judgement =
      first_of(weighed("A warm, golden, gentle, plain, soothing ointment relieves migraine."));
  CHECK(judgement.confidence_reasons ==
        std::vector<std::string>{"\"soothing\" +1.70", "\"ointment\" +0.60", "\"warm\" +0.50",
                                 "\"golden\" +0.40", "\"plain\" -0.35"});
}

TEST_CASE("weigh: a sentence's length and what is claimed around it are reasons in words") {
  const auto judgements = weighed("Tea relieves migraine. Tea relieves arthritis." + plain(7));
  REQUIRE_FALSE(judgements.empty());
  CHECK(judgements.front().confidence_reasons ==
        std::vector<std::string>{"how much of the text makes claims +0.45", "its length +0.20"});
}

TEST_CASE("weigh: what the model finds of no higher severity than it may give is left as it is") {
  for (const std::string& reason : first_of(weighed("A soothing hour.")).reasons) {
    CHECK_FALSE(reason.starts_with("found by the model alone"));
  }
}

TEST_CASE("weigh: odds at the limit of doubt are none") {
  CHECK(first_of(weighed(long_text("The notice: tea relieves migraine."))).severity ==
        Severity::medium);
  CHECK_FALSE(judge::is_hidden(first_of(weighed(long_text("The notice: act now.")))));
  CHECK(first_of(weighed(long_text("The memo: tea cures migraine."))).severity == Severity::high);
}

TEST_CASE("weigh: a type is raised from its odds, where the sentence reaches those of a flag") {
  const auto judgements = weighed("A soothing hour.");
  REQUIRE(judgements.size() == 1);
  CHECK(is_of_model(judgements.front()));
  CHECK(judgements.front().severity == Severity::medium);
  CHECK(judgements.front().unsupported);
  CHECK(weighed("A soothing leaflet.").empty());
}

TEST_CASE(
    "weigh: where nothing else stands, the likeliest type is raised, at low severity if mild") {
  const auto judgements = weighed("The migraine vanished.");
  REQUIRE(judgements.size() == 1);
  CHECK(judgements.front().confidence == Confidence::low);
  CHECK(judgements.front().severity == Severity::low);
}

TEST_CASE("weigh: the model alone never gives high severity") {
  const auto judgements = weighed("The migraine is gone.");
  REQUIRE(judgements.size() == 1);
  CHECK(judgements.front().confidence == Confidence::medium);
  CHECK(judgements.front().severity == Severity::medium);
  CHECK(judgements.front().reasons.back() == "found by the model alone: medium at most");
}

TEST_CASE("weigh: what a rule found is not raised again, nor is what the sentence denies") {
  for (const Judgement& judgement : weighed("This soothing tea relieves migraine.")) {
    CHECK_FALSE(is_of_model(judgement));
  }
  for (const Judgement& judgement : weighed("Soothing, yes, but it never relieves migraine.")) {
    CHECK_FALSE(is_of_model(judgement));
  }
}

TEST_CASE("weigh: what reads like no claim loses a step, and is hidden where that leaves it low") {
  CHECK(judge::is_hidden(first_of(weighed(long_text("The leaflet: tea relieves migraine.")))));
  CHECK_FALSE(first_of(weighed(long_text("The leaflet: tea relieves migraine."))).unsupported);
  CHECK(judge::is_hidden(first_of(weighed(long_text("The brochure: act now.")))));
  const auto kept = first_of(weighed(long_text("The brochure: tea relieves migraine.")));
  CHECK_FALSE(judge::is_hidden(kept));
  CHECK(kept.severity == Severity::medium);
}

TEST_CASE("weigh: what reads mildly loses a step and stays where it reads like a claim") {
  const auto mild = first_of(weighed(long_text("The pamphlet: tea relieves migraine, soothing.")));
  CHECK(mild.severity == Severity::low);
  CHECK(mild.unsupported);
}

TEST_CASE("weigh: a text of a few sentences is too short for doubt") {
  const auto judgement = first_of(weighed("The leaflet: tea relieves migraine."));
  CHECK(judgement.unsupported);
  CHECK(judgement.severity == Severity::medium);
}

TEST_CASE("weigh: a cure stays what it is where the sentence only reads mildly") {
  const auto judgement = first_of(weighed(long_text("The pamphlet: tea cures migraine.")));
  CHECK(judgement.severity == Severity::high);
}

TEST_CASE("weigh: a cure loses one step, and is shown, where nothing reads like a claim") {
  const auto judgement = first_of(weighed(long_text("The leaflet: tea cures migraine.")));
  CHECK(judgement.severity == Severity::medium);
  CHECK(judgement.unsupported);
  CHECK_FALSE(judge::is_hidden(judgement));
}

TEST_CASE("weigh: a cure in a text of a few sentences keeps its severity") {
  CHECK(first_of(weighed("The leaflet: tea cures migraine.")).severity == Severity::high);
}

TEST_CASE("weigh: boilerplate and hidden text raise nothing") {
  CHECK(weighed({{BlockKind::boilerplate, "A soothing hour."}}).empty());
  CHECK(weighed({{BlockKind::hidden, "A soothing hour."}}).empty());
}

TEST_CASE("features: capitals are more than half of the words") {
  const auto lexicons = lexicons_with(kTables);
  CHECK(is_described(Reading(lexicons, "BOOK YOUR PLACE today."), 0, "capitals"));
  CHECK_FALSE(is_described(Reading(lexicons, "BOOK YOUR place today."), 0, "capitals"));
}

TEST_CASE("features: lengths go up in steps") {
  const auto lexicons = lexicons_with(kTables);
  constexpr std::array<int, 5> kFirstOfStep = {4, 8, 14, 22, 32};
  for (std::size_t step = 0; step < kFirstOfStep.size(); ++step) {
    std::string text = "Word";
    for (int i = 2; i < kFirstOfStep.at(step); ++i) text += " word";
    CHECK(is_described(Reading(lexicons, text), 0, "length=" + std::to_string(step)));
    CHECK(is_described(Reading(lexicons, text + " word"), 0, "length=" + std::to_string(step + 1)));
  }
}

TEST_CASE("features: so do the per cent of the other sentences that make claims") {
  const auto lexicons = lexicons_with(kTables);
  constexpr std::array<int, 6> kFirstOfStep = {2, 5, 12, 25, 40, 60};
  const auto share = [&](int claims, std::size_t step) {
    std::string text = "The leaflet lies on the table.";
    for (int i = 0; i < claims; ++i) text += " Tea relieves migraine.";
    return is_described(Reading(lexicons, text + plain(100 - claims)), 0,
                        "share=" + std::to_string(step));
  };
  for (std::size_t step = 0; step < kFirstOfStep.size(); ++step) {
    CHECK(share(kFirstOfStep.at(step) - 1, step));
    CHECK(share(kFirstOfStep.at(step), step + 1));
  }
}

TEST_CASE("features: the first and last three sentences, but not in a text of a few") {
  const auto lexicons = lexicons_with(kTables);
  const Reading nine(lexicons, plain(9));
  CHECK(is_described(nine, 2, "begins document"));
  CHECK_FALSE(is_described(nine, 3, "begins document"));
  CHECK_FALSE(is_described(nine, 5, "ends document"));
  CHECK(is_described(nine, 6, "ends document"));
  CHECK_FALSE(is_described(Reading(lexicons, plain(8)), 0, "begins document"));
}

TEST_CASE("features: claims before and after, and how many of the other sentences make one") {
  const auto lexicons = lexicons_with(kTables);
  const Reading one(lexicons, "Tea relieves migraine." + plain(8));
  CHECK(is_described(one, 1, "before=efficacy"));
  CHECK_FALSE(is_described(one, 1, "after=efficacy"));
  CHECK(is_described(one, 0, "share=0"));
  CHECK(is_described(one, 1, "share=3"));
  const Reading two(lexicons, "Tea relieves migraine. Tea relieves arthritis." + plain(8));
  CHECK(is_described(two, 0, "share=2"));
  CHECK(is_described(two, 5, "share=3"));
}

TEST_CASE("features: words, their pairs with names as kinds, and what the rules found") {
  const Reading reading(lexicons_with(kTables), "Acupuncture relieves migraine. Act now!");
  const auto has = [&](const std::string& name) { return is_described(reading, 0, name); };
  CHECK(has("w=relieves"));
  CHECK(has("stem=relie"));
  CHECK(has("pair=treatment relieves"));
  CHECK(has("pair=relieves condition"));
  CHECK(has("rule=efficacy.treat"));
  CHECK(has("after=persuasion"));
  CHECK_FALSE(has("before=persuasion"));
  CHECK_FALSE(has("pair=acupuncture relieves"));
}

TEST_CASE("features: of a trigger that does not stand the reason and the type are told") {
  const Reading reading(lexicons_with(kTables), "Tea never relieves migraine. Act now!");
  CHECK(is_described(reading, 0, "rejected=negated"));
  CHECK(is_described(reading, 0, "near=efficacy.treat"));
  CHECK_FALSE(is_described(reading, 0, "rule=efficacy.treat"));
}
