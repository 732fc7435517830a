// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "claimlint/lexicons.hpp"

namespace claimlint {
namespace {

TEST_CASE("examples: those of the built-in lexicons hold") {
  std::string problems;
  for (const LexiconProblem& problem : check_examples(Lexicons::builtin())) {
    problems += to_string(problem) + "\n";
  }
  CHECK(problems == "");
  CHECK_FALSE(Lexicons::builtin().rules().empty());
}

}  // namespace
}  // namespace claimlint
