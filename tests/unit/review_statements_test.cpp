// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claimlint/lexicons.hpp"
#include "temporary_folder.hpp"

namespace claimlint {
namespace {

const std::string kRule = R"(why = "a test"
source = "none"

[[rule]]
id = "cause.link.zorble"
type = "cause.link"
pattern = '''zorbles'''
message = "m"
want = ["It zorbles."]
absent = ["It never zorbles."]

[[cue]]
id = "test.grumph"
class = "grumph"
terms = ["grumph"]
)";

std::vector<std::string> problems_with(const std::string& id, const std::string& tables) {
  const test::TemporaryFolder folder;
  folder.write("own.toml", kRule + tables);
  std::vector<std::string> messages;
  for (const LexiconProblem& problem : check_examples(Lexicons::load(folder.path()), {id})) {
    messages.push_back(problem.message);
  }
  return messages;
}

std::string statement(const std::string& want, const std::string& absent) {
  return "\n[[textbook]]\nid = \"textbook.test\"\npattern = '''noise zorbles'''\n"
         "clears = [\"cause.link\"]\nsource = { title = \"A book\" }\nwant = [\"" +
         want + "\"]\nabsent = [\"" + absent + "\"]\n";
}

std::string finding(const std::string& want, const std::string& absent) {
  return "\n[[finding]]\nid = \"missing.test.zorble\"\ntype = \"missing.test\"\n"
         "severity = \"low\"\nmessage = \"m\"\nclaims = [\"cause.link\"]\n"
         "unless = [\"grumph\"]\nwant = [\"" +
         want + "\"]\nabsent = [\"" + absent + "\"]\n";
}

TEST_CASE("examples of statements: one that does what they say has no problem") {
  CHECK(problems_with("textbook.test", statement("Noise zorbles.", "Salt zorbles.")).empty());
}

TEST_CASE("examples of statements: what is not as they say is told") {
  const auto wanted = problems_with("textbook.test", statement("Salt zorbles.", "Salt zorbles."));
  REQUIRE(wanted.size() == 2);
  CHECK(wanted[0].find("leaves a claim: cause.link.zorble") != std::string::npos);
  CHECK(wanted[1].find("no want example") != std::string::npos);
  const auto absent = problems_with("textbook.test", statement("Noise zorbles.", "Noise zorbles."));
  REQUIRE(absent.size() == 1);
  CHECK(absent[0].find("is supported by the statement") != std::string::npos);
}

TEST_CASE("examples of findings: one that does what they say has no problem") {
  CHECK(
      problems_with("missing.test.zorble", finding("It zorbles.", "It zorbles. Grumph.")).empty());
}

TEST_CASE("examples of findings: what is not as they say is told") {
  CHECK(
      problems_with("missing.test.zorble", finding("It zorbles. Grumph.", "It zorbles.")).size() ==
      2);
}

}  // namespace
}  // namespace claimlint
