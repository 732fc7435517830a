// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "commands.hpp"
#include "session.hpp"

namespace claimlint::cli {

int run_lexicon(const Settings& settings) {
  const auto& arguments = settings.arguments;
  if (arguments.empty() || arguments.front() != "check" || arguments.size() > 2) {
    throw UsageError("lexicon needs: check [DIR]");
  }
  const Lexicons lexicons =
      arguments.size() == 2 ? Lexicons::load(arguments[1]) : Lexicons::builtin();
  const std::vector<LexiconProblem> problems = check_examples(lexicons);
  for (const LexiconProblem& problem : problems) std::cerr << to_string(problem) << '\n';
  if (!problems.empty()) return kUsage;
  std::cout << lexicons.rules().size() << " rules of " << lexicons.types().size()
            << " types: all examples hold\n";
  return kClean;
}

}  // namespace claimlint::cli
