// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "claimlint/lexicons.hpp"
#include "lexicon/binary.hpp"
#include "lexicon/compiled.hpp"
#include "lexicon/parse.hpp"

namespace {

using claimlint::lexicon::Model;

// At least one value of every kind of table and key.
constexpr const char* kEverything = R"(
why = "a test"
source = "ours"
[[type]]
id = "t.a"
name = "A"
meaning = "m"
not_a_claim = "n"
severity = "high"
keeps_severity = true
cleared_by = []
exceeds_evidence = true
annotated = false
target = "disease"
basis = ["us.x"]
instead = "i"
[[rule]]
id = "t.a.one"
type = "t.a"
pattern = "cures? {relief}"
near = { "condition|relief" = 8 }
before = { treatment = "sentence" }
unless = ["ham"]
in = ["prose", "hidden"]
case = "capital"
voice = "quoted"
spreads = true
questions = true
severity = "low"
message = "says that {treatment} cures"
basis = []
instead = "j"
jurisdictions = ["uk"]
since = "0.1"
replaces = ["t.old"]
want = ["w"]
absent = ["x"]
[[rule]]
id = "t.a.zero"
type = "t.a"
terms = ["mend"]
message = "m"
want = ["w"]
absent = ["x"]
[[concept]]
id = "condition.ache"
name = "ache"
terms = ["pain"]
upper = ["ACH"]
xref = ["X:1"]
joins = true
target = "symptom"
vulnerable = ["infant"]
[[cue]]
id = "relief"
class = "relief"
verbs = ["ease"]
scope = "both"
reach = 4
[[unit]]
id = "cm"
canonical = "mm"
factor = 10.5
terms = ["cm"]
[[evidence]]
treatment = ["x"]
condition = ["y"]
verdict = "limited"
certainty = "low"
population = "adults"
source = { kind = "review", title = "t", organisation = "o", year = 2020, id = "d", url = "u" }
[[provision]]
id = "us.x"
jurisdiction = "us"
instrument = "i"
clause = "1"
summary = "s"
url = "u"
read = "2026-01-01"
[[abbreviation]]
terms = ["dr."]
[[wordlist]]
words = "one two"
[scoring]
low = 1
medium = 2
high = 5
saturation = 9
density_points = 20
density_saturation = 1
band_medium = 30
band_high = 60
)";

Model everything() {
  std::vector<claimlint::LexiconProblem> problems;
  Model model = claimlint::lexicon::parse_lexicons({{"all.toml", kEverything}}, problems);
  claimlint::lexicon::check_references(model, problems);
  for (const auto& problem : problems) FAIL_CHECK(to_string(problem));
  return model;
}

}  // namespace

TEST_CASE("binary: what was written is read back") {
  const Model model = everything();
  const std::string bytes = serialize(model);
  const Model read = claimlint::lexicon::deserialize(bytes);
  CHECK(serialize(read) == bytes);
  REQUIRE(read.rules.size() == 2);
  CHECK(read.rules[0].pattern == model.rules[0].pattern);
  CHECK(read.rules[0].demands.at(0).any_of == std::vector<std::string>{"condition", "relief"});
  CHECK(read.rules[0].voice == claimlint::Voice::quoted);
  CHECK_FALSE(read.rules[1].voice.has_value());
  CHECK(read.rules[0].where.line == model.rules[0].where.line);
  CHECK(read.concepts.at(0).upper == std::vector<std::string>{"ACH"});
  CHECK(read.units.at(0).factor == 10.5);
  CHECK(read.evidence.at(0).year == 2020);
  CHECK(read.scoring == model.scoring);
  CHECK(read.sha256 == model.sha256);
}

TEST_CASE("binary: damage anywhere is noticed") {
  const std::string bytes = serialize(everything());
  for (std::size_t i = 0; i < bytes.size(); i += 7) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    CHECK_THROWS_AS(claimlint::lexicon::deserialize(damaged), std::runtime_error);
  }
  for (std::size_t size = 0; size < bytes.size(); size += 11) {
    CHECK_THROWS_AS(claimlint::lexicon::deserialize(bytes.substr(0, size)), std::runtime_error);
  }
  CHECK_THROWS_AS(claimlint::lexicon::deserialize(bytes + "x"), std::runtime_error);
}

TEST_CASE("compiled: rules are described by id, with what they take from their type") {
  const claimlint::lexicon::Compiled compiled(everything());
  REQUIRE(compiled.rules().size() == 2);
  CHECK(compiled.rules()[0].id == "t.a.one");
  CHECK(compiled.rules()[0].severity == claimlint::Severity::low);
  CHECK(compiled.rules()[0].basis.empty());
  CHECK(compiled.rules()[0].instead == "j");
  CHECK(compiled.rules()[1].id == "t.a.zero");
  CHECK(compiled.rules()[1].severity == claimlint::Severity::high);
  CHECK(compiled.rules()[1].basis == std::vector<std::string>{"us.x"});
  CHECK(compiled.rules()[1].instead == "i");
  CHECK(compiled.type_of(compiled.model().rules[0]).id == "t.a");
  CHECK(compiled.provision("us.x").instrument == "i");
  CHECK(compiled.unless_rule(0) == 0);
  CHECK(compiled.is_ordinary_word("two"));
  CHECK_FALSE(compiled.is_ordinary_word("three"));
}
