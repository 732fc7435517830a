// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <exception>
#include <stdexcept>
#include <string>

#include "claimlint/lexicons.hpp"
#include "lexicon/binary.hpp"
#include "lexicon/compiled.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/parse.hpp"
#include "tag_sample.hpp"

namespace {

using claimlint::lexicon::compile;
using claimlint::lexicon::Compiled;
using claimlint::lexicon::Model;
using claimlint::lexicon::require_intact;

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
severity_if = [{ when = "condition|relief !heading", severity = "low" }]
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
severity_if = [{ when = "t.a", severity = "high" }]
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
[[wordlist]]
kind = "opening"
beside = 3
capital = true
words = "the"
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
  const std::string bytes = compile(model);
  const Model read = Compiled(bytes).to_model();
  CHECK(compile(read) == bytes);
  REQUIRE(read.rules.size() == 2);
  CHECK(read.rules[0].pattern == model.rules[0].pattern);
  CHECK(read.rules[0].demands.at(0).any_of == std::vector<std::string>{"condition", "relief"});
  REQUIRE(read.types[0].severity_if.size() == 1);
  CHECK(read.types[0].severity_if[0].when.at(1).absent);
  CHECK(read.rules[0].severity_if.at(0).severity == claimlint::Severity::high);
  CHECK(read.rules[0].voice == claimlint::Voice::quoted);
  CHECK_FALSE(read.rules[1].voice.has_value());
  CHECK(read.rules[0].where.file == "all.toml");
  CHECK(read.rules[0].where.line == model.rules[0].where.line);
  CHECK(read.concepts.at(0).upper == std::vector<std::string>{"ACH"});
  CHECK(read.concepts.at(0).where.line == model.concepts[0].where.line);
  CHECK(read.units.at(0).factor == 10.5);
  CHECK(read.evidence.at(0).year == 2020);
  CHECK(read.words == model.words);
  REQUIRE(read.marked_words.size() == 1);
  CHECK(read.marked_words[0].kind == claimlint::lexicon::WordKind::opening);
  CHECK(read.marked_words[0].beside == 3);
  CHECK(read.marked_words[0].capital);
  CHECK(read.scoring == model.scoring);
  CHECK(read.sha256 == model.sha256);
}

TEST_CASE("binary: damage anywhere is noticed") {
  const std::string bytes = compile(everything());
  CHECK_NOTHROW(require_intact(bytes));
  for (std::size_t i = 0; i < bytes.size(); i += 7) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    CHECK_THROWS_AS(require_intact(damaged), std::runtime_error);
  }
  for (std::size_t size = 0; size < bytes.size(); size += 11) {
    CHECK_THROWS_AS(require_intact(bytes.substr(0, size)), std::runtime_error);
    CHECK_THROWS_AS(Compiled(bytes.substr(0, size)), std::runtime_error);
  }
  CHECK_THROWS_AS(require_intact(bytes + "x"), std::runtime_error);
}

TEST_CASE("binary: bytes with a digest that fits may be refused but do no harm") {
  const std::string bytes = compile(everything());
  const claimlint::text::Document document =
      claimlint::sample::read("The quick cure eases pain by 12 cm in ACH patients.");
  std::size_t refused = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ (i % 3 == 0 ? 0x80 : 0x01));
    try {
      const Compiled compiled(changed);
      const claimlint::Span all{0, document.folded.text.size()};
      const std::size_t sentences = claimlint::tag::tag(document, compiled).size();
      CHECK(sentences == document.sentences.size());
      const std::size_t hits = compiled.rule_patterns().find(document, all).size();
      CHECK(hits <= 2 * all.size());
      const std::size_t concepts = compiled.to_model().concepts.size();
      CHECK(concepts == compiled.concepts().size());
    } catch (const std::exception&) {
      ++refused;
    }
  }
  CHECK(refused > bytes.size() / 4);
}

TEST_CASE("compiled: the bytes inside the library pass the checks that they are spared") {
  CHECK_NOTHROW(static_cast<void>(Compiled{claimlint::lexicon::embedded_bytes()}));
}

TEST_CASE("compiled: a concept is the same whenever it is asked for") {
  const Compiled compiled(everything());
  REQUIRE(compiled.concepts().size() == 1);
  const claimlint::lexicon::Concept& ache = compiled.concepts()[0];
  CHECK(ache.id == "condition.ache");
  CHECK(ache.terms == std::vector<std::string>{"ache", "pain"});
  CHECK(&compiled.concepts()[0] == &ache);
}

TEST_CASE("compiled: rules are described by id, with what they take from their type") {
  const Compiled compiled(everything());
  REQUIRE(compiled.descriptions().rules.size() == 2);
  CHECK(compiled.descriptions().rules[0].id == "t.a.one");
  CHECK(compiled.descriptions().rules[0].severity == claimlint::Severity::low);
  CHECK(compiled.descriptions().rules[0].basis.empty());
  CHECK(compiled.descriptions().rules[0].instead == "j");
  CHECK(compiled.descriptions().rules[1].id == "t.a.zero");
  CHECK(compiled.descriptions().rules[1].severity == claimlint::Severity::high);
  CHECK(compiled.descriptions().rules[1].basis == std::vector<std::string>{"us.x"});
  CHECK(compiled.descriptions().rules[1].instead == "i");
  CHECK(compiled.type_of(compiled.model().rules[0]).id == "t.a");
  CHECK(compiled.provision("us.x").instrument == "i");
  CHECK(compiled.unless_rule(0) == 0);
  CHECK(compiled.is_ordinary_word("two"));
  CHECK_FALSE(compiled.is_ordinary_word("three"));
}
