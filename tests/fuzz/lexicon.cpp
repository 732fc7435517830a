// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "checks.hpp"
#include "compiled_checks.hpp"
#include "lexicon/binary.hpp"
#include "lexicon/compiled.hpp"
#include "lexicon/parse.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {

/// A lexicon file as a user writes it: what is wrong has its place, what is right can be matched.
void fuzz_lexicon(std::string_view bytes) {
  std::vector<LexiconProblem> problems;
  const lexicon::LexiconFile file{"fuzz.toml", std::string(bytes)};
  lexicon::Model model = lexicon::parse_lexicons({file}, problems);
  lexicon::check_references(model, problems);
  const auto lines = static_cast<std::size_t>(std::ranges::count(bytes, '\n')) + 1;
  for (const LexiconProblem& problem : problems) {
    require(!problem.message.empty() && problem.line <= lines, "a problem has its place");
  }
  if (!problems.empty()) return;
  const std::string compiled = lexicon::compile(model);
  lexicon::require_intact(compiled);
  check_compiled(compiled);
  require(lexicon::compile(lexicon::Compiled(compiled).to_model()) == compiled,
          "lexicons that were compiled and read compile to the same");
  require(lexicon::compile(lexicon::parse_lexicons({file}, problems)) == compiled,
          "reading twice gives the same");
  lexicon::Model twice = lexicon::layer(model, model);
  lexicon::check_references(twice, problems);
  require(problems.empty() && twice.rules.size() == model.rules.size(),
          "lexicons over themselves are the same");
}

}  // namespace claimlint::fuzz
