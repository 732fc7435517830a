// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <string>
#include <vector>

#include "byte_edits.hpp"
#include "checks.hpp"
#include "compiled_checks.hpp"
#include "lexicon/binary.hpp"
#include "lexicon/parse.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {
namespace {

/// Lexicons with at least one value of every kind, compiled.
std::string compile_seed() {
  std::vector<LexiconProblem> problems;
  const std::string path = CLAIMLINT_FUZZ_CORPUS "/lexicon/everything.toml";
  const lexicon::Model model =
      lexicon::parse_lexicons({{"seed.toml", lexicon::read_file(path).value()}}, problems);
  require(problems.empty(), "the seed is a lexicon");
  return lexicon::compile(model);
}

}  // namespace

/// A file of the cache: some bytes of intact ones are others, or it is something else altogether.
/// Its digest is not asked, as somebody who writes into the cache can make one that fits.
void fuzz_cache(std::string_view bytes) {
  static const std::string kIntact = compile_seed();
  const std::string changed =
      bytes.starts_with("claimlint") ? std::string(bytes) : edited(kIntact, bytes);
  try {
    check_compiled(changed);
  } catch (const std::exception&) {
    return;  // refused
  }
}

}  // namespace claimlint::fuzz
