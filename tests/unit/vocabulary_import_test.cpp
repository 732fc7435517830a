// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "claimlint/vocabulary.hpp"
#include "lexicon/parse.hpp"

namespace {

using claimlint::ImportedVocabulary;
using claimlint::ImportOptions;
using claimlint::LexiconProblem;
using claimlint::lexicon::Concept;

ImportOptions condition() {
  ImportOptions options;
  options.kind = "condition";
  return options;
}

std::vector<Concept> concepts_of(const std::string& text, const std::string& name,
                                 const ImportOptions& options = condition()) {
  const ImportedVocabulary imported = claimlint::import_vocabulary(text, name, options);
  std::vector<LexiconProblem> problems;
  const auto model = claimlint::lexicon::parse_lexicons({{"own.toml", imported.lexicon}}, problems);
  CHECK(problems.empty());
  return model.concepts;
}

std::vector<std::string> problems_of(const std::string& text, const std::string& name) {
  std::vector<std::string> lines;
  try {
    claimlint::import_vocabulary(text, name, condition());
  } catch (const claimlint::LexiconError& error) {
    for (const LexiconProblem& problem : error.problems()) lines.push_back(to_string(problem));
  }
  return lines;
}

bool has(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

TEST_CASE("import: OBO terms become concepts with stable ids, sorted") {
  const auto concepts = concepts_of(
      "format-version: 1.4\n\n[Term]\nid: DOID:9 ! of nine\nname: migraine \\{with aura\\}\n"
      "synonym: \"sick \\\"headache\\\"\" EXACT []\nsynonym: \"hemicrania\" RELATED []\n"
      "xref: MESH:D1 {source=\"x\"} ! c\n\n[Term]\nid: DOID:10\nname: gout \\\n attack\n\n"
      "[Term]\nid: DOID:11\nname: old\nis_obsolete: true\n\n[Typedef]\nid: part_of\nname: part "
      "of\n",
      "d.obo");
  REQUIRE(concepts.size() == 2);
  CHECK(concepts[0].id == "condition.doid-10");
  CHECK(concepts[0].name == "gout attack");
  CHECK(concepts[1].id == "condition.doid-9");
  CHECK(concepts[1].name == "migraine {with aura}");
  CHECK(has(concepts[1].terms, "sick \"headache\""));
  CHECK_FALSE(has(concepts[1].terms, "hemicrania"));
  CHECK(concepts[1].xref == std::vector<std::string>{"DOID:9", "MESH:D1"});
}

TEST_CASE("import: every problem of an OBO file is said with its place") {
  const auto lines = problems_of(
      "[Term]\nid: A:1\nname: asthma\nsynonym: \"open EXACT []\nsynonym: \"x y z\" NEAR []\n"
      "\n[Term]\nname: no id\n\n[Term\nid: A:2\n",
      "d.obo");
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "d.obo:4:10: a synonym's quote is not closed");
  CHECK(lines[1].starts_with("d.obo:5:10: unknown scope 'NEAR'"));
  CHECK(lines[2] == "d.obo:7:1: a term without an id");
  CHECK(lines[3] == "d.obo:10:1: a stanza's '[' is not closed");
}

TEST_CASE("import: an id given twice and a name that matches nothing are errors") {
  const auto lines = problems_of("id,name\nA:1,asthma\nA_1,gout\nA:2,...\n", "d.csv");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "d.csv:3:1: id 'A_1' is given twice, first at d.csv:2:1");
  CHECK(lines[1] == "d.csv:4:5: '...' has no letter or digit and matches nothing");
}

TEST_CASE("import: tables may quote line ends and name their columns") {
  ImportOptions options = condition();
  options.columns = {{"id", "Code"}, {"name", "Term"}, {"synonyms", "Also"}};
  options.keep_rows = {"Tree=C"};
  const auto concepts =
      concepts_of("Tree,Code,Term,Also\r\nC1,7,\"gouty\narthritis\",podagra|\r\nA1,8,knee,\r\n",
                  "d.csv", options);
  REQUIRE(concepts.size() == 1);
  CHECK(concepts[0].name == "gouty arthritis");
  CHECK(has(concepts[0].terms, "podagra"));
}

TEST_CASE("import: wrong columns and open quotes are errors with their place") {
  CHECK(problems_of("id,label\n1,gout\n", "d.csv") ==
        std::vector<std::string>{"d.csv:1:1: no column is called 'name'; there are: id, label"});
  CHECK(problems_of("id\tname\n1\tgout\tx\n", "d.tsv") ==
        std::vector<std::string>{"d.tsv:2:1: 3 columns where the head line has 2"});
  CHECK(problems_of("id,name\n1,\"gout\n", "d.csv") ==
        std::vector<std::string>{"d.csv:2:3: a quote is not closed"});
}

TEST_CASE("import: a line of JSONL that is no object is an error") {
  const auto lines = problems_of("[1]\n{\"id\":\"a\",\"name\":\"gout\"}\n{\"id\":\n", "d.jsonl");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "d.jsonl:1:1: a line is one JSON object");
  CHECK(lines[1].starts_with("d.jsonl:3:7: ill-formed JSON: "));
}

TEST_CASE("import: bytes that are no UTF-8 are an error") {
  CHECK(problems_of("id,name\n1,go\xFFut\n", "d.csv") ==
        std::vector<std::string>{"d.csv:2:5: bytes that are no UTF-8"});
}

TEST_CASE("import: problems beyond a hundred are counted") {
  std::string text = "id,name\n";
  for (int i = 0; i < 130; ++i) text += "1\n";
  const auto lines = problems_of(text, "d.csv");
  REQUIRE(lines.size() == 101);
  CHECK(lines.back() == "d.csv: 30 more problems");
}

TEST_CASE("import: names that would match ordinary English are left out and said") {
  const ImportedVocabulary imported = claimlint::import_vocabulary(
      "id,name,synonyms\n1,acute lymphoblastic leukemia,ALL|all\n2,42,\n3,gout,podagra "
      "(disorder)\n",
      "d.csv", condition());
  CHECK(imported.entries == 2);
  CHECK(imported.lexicon.find("\"all\"") == std::string::npos);
  CHECK(imported.lexicon.find("\"ALL\"") == std::string::npos);
  CHECK(imported.lexicon.find("\"podagra\"") != std::string::npos);
  bool said = false;
  for (const auto& note : imported.skipped)
    said |= note.reason == "a function word" && note.count == 2;
  CHECK(said);
}

TEST_CASE("import: inverted names are turned and other spellings added") {
  const auto concepts = concepts_of(
      "id,name\n1,\"Carcinoma, Squamous Cell\"\n2,oedema of the leg\n3,\"diabetes, type 2\"\n",
      "d.csv");
  REQUIRE(concepts.size() == 3);
  CHECK(concepts[0].name == "Squamous Cell Carcinoma");
  CHECK(has(concepts[1].terms, "leg edema"));
  CHECK(has(concepts[2].terms, "diabetes type ii"));
}

TEST_CASE("import: a kind or format that is none is the caller's error") {
  ImportOptions options = condition();
  options.kind = "colour";
  CHECK_THROWS_AS(claimlint::import_vocabulary("", "d.obo", options), std::invalid_argument);
  CHECK_THROWS_AS(claimlint::import_vocabulary("", "d.xyz", condition()), std::invalid_argument);
}
