// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon/binary.hpp"
#include "lexicon/compiled.hpp"
#include "lexicon/parse.hpp"

namespace {

using namespace claimlint;
using namespace claimlint::lexicon;

const std::string kTypes = R"(
why = "tests"
source = "made up"

[[type]]
id = "cause.link"
name = "cause"
meaning = "m"

[[type]]
id = "efficacy.cure"
name = "cure"
meaning = "m"
keeps_severity = true

[[provision]]
id = "uk.rule"
jurisdiction = "uk"
instrument = "i"
summary = "s"
url = "https://example.org"

[scoring]
low = 1.0
medium = 2.0
high = 3.0
saturation = 1.0
density_points = 1.0
density_saturation = 1.0
band_medium = 1.0
band_high = 2.0
)";

const std::string kTextbook = R"(
[[textbook]]
id = "textbook.a"
pattern = '''noise causes'''
clears = ["TYPE"]
source = { title = "A book", year = 2020 }
want = ["w"]
absent = ["a"]
)";

std::string with_type(std::string tables, const std::string& type) {
  return tables.replace(tables.find("TYPE"), 4, type);
}

Model parsed(const std::string& tables, std::vector<LexiconProblem>& problems) {
  Model model = parse_lexicons({{"test.toml", kTypes + tables}}, problems);
  check_references(model, problems);
  return model;
}

std::vector<LexiconProblem> problems_of(const std::string& tables) {
  std::vector<LexiconProblem> problems;
  parsed(tables, problems);
  return problems;
}

bool tells(const std::vector<LexiconProblem>& problems, const std::string& part) {
  return std::any_of(problems.begin(), problems.end(), [&](const LexiconProblem& problem) {
    return problem.message.find(part) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("textbook entries: all of one survives the binary form") {
  std::vector<LexiconProblem> problems;
  const Compiled compiled(parsed(with_type(kTextbook, "cause.link"), problems));
  CHECK(problems.empty());
  REQUIRE(compiled.model().textbook.size() == 1);
  const Textbook& entry = compiled.model().textbook[0];
  CHECK(entry.clears == std::vector<std::string>{"cause.link"});
  CHECK(entry.source.title == "A book");
  CHECK(entry.source.year == 2020);
  CHECK(compiled.textbook_patterns().size() == 1);
  REQUIRE(compiled.descriptions().examples.size() == 1);
  CHECK(compiled.descriptions().examples[0].id == "textbook.a");
}

TEST_CASE("textbook entries: none may clear what nothing clears") {
  CHECK(tells(problems_of(with_type(kTextbook, "efficacy.cure")), "nothing clears"));
  CHECK(tells(problems_of(with_type(kTextbook, "efficacy.none")), "unknown type"));
}

TEST_CASE("accepted and stricter entries: provisions and classes must exist") {
  const std::string accepted =
      "[[accepted]]\nid = \"a\"\nprovision = \"uk.none\"\ntypes = [\"cause.link\"]\n"
      "treatment = [\"x\"]\ncondition = [\"y\"]\nwith = [\"no_class\"]\n";
  CHECK(tells(problems_of(accepted), "'uk.none' is no provision"));
  CHECK(tells(problems_of(accepted), "'no_class'"));
  const std::string stricter =
      "[[stricter]]\nid = \"s\"\nprovision = \"uk.none\"\ntypes = [\"none\"]\nreason = \"r\"\n";
  CHECK(tells(problems_of(stricter), "'uk.none' is no provision"));
  CHECK(tells(problems_of(stricter), "unknown type 'none'"));
}

TEST_CASE("findings: types and classes must exist, and the words that are missing be named") {
  const std::string finding =
      "[[finding]]\nid = \"f\"\ntype = \"missing.x\"\nseverity = \"low\"\nmessage = \"m\"\n"
      "claims = [\"none\"]\nwant = [\"w\"]\nabsent = [\"a\"]\n";
  CHECK(tells(problems_of(finding), "unknown type 'none'"));
  CHECK(tells(problems_of(finding), "missing key 'unless'"));
}
