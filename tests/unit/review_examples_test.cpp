// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claimlint/lexicons.hpp"
#include "temporary_folder.hpp"

namespace claimlint {
namespace {

/// The problems with one rule that finds "zorbles" with a condition near it.
std::vector<std::string> problems_with(const std::string& want, const std::string& absent) {
  const test::TemporaryFolder folder;
  folder.write("own.toml",
               "why = \"a test\"\nsource = \"none\"\n\n[[rule]]\n"
               "id = \"efficacy.cure.zorble\"\ntype = \"efficacy.cure\"\n"
               "pattern = '''zorbles'''\nnear = { condition = 4 }\n"
               "message = \"says that it zorbles\"\n"
               "want = [\"" +
                   want + "\"]\nabsent = [\"" + absent + "\"]\n");
  std::vector<std::string> messages;
  for (const LexiconProblem& problem : check_examples(Lexicons::load(folder.path()))) {
    if (problem.file.find("own.toml") == std::string::npos) continue;
    CHECK(problem.line == 4);
    messages.push_back(problem.message);
  }
  return messages;
}

TEST_CASE("examples: a rule that does what its examples say has no problem") {
  CHECK(problems_with("It zorbles migraine.", "It zorbles the door.").empty());
}

TEST_CASE("examples: a want example without a claim is told, with the reason") {
  const auto problems = problems_with("It zorbles the window.", "It zorbles the door.");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].find("It zorbles the window.") != std::string::npos);
  CHECK(problems[0].find("role") != std::string::npos);
}

TEST_CASE("examples: an absent example that gives a claim is told") {
  const auto problems = problems_with("It zorbles migraine.", "It zorbles asthma.");
  REQUIRE_FALSE(problems.empty());
  CHECK(problems[0].find("It zorbles asthma.") != std::string::npos);
}

TEST_CASE("examples: absent examples without the trigger prove nothing") {
  const auto problems = problems_with("It zorbles migraine.", "The door is open.");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].find("no absent example matches the trigger") != std::string::npos);
}

}  // namespace
}  // namespace claimlint
