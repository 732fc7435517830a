// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "claimlint/lexicons.hpp"
#include "lexicon/binary.hpp"
#include "lexicon/compiled.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/parse.hpp"

namespace claimlint {
namespace lexicon {

// Made from lexicons/ at build time by claimlint-lexc.
extern const unsigned char kEmbeddedLexicons[];
extern const std::size_t kEmbeddedLexiconsSize;

Model embedded_model() {
  return deserialize({reinterpret_cast<const char*>(kEmbeddedLexicons), kEmbeddedLexiconsSize});
}

}  // namespace lexicon

Lexicons Lexicons::builtin() {
  static const auto compiled = std::make_shared<const lexicon::Compiled>(lexicon::embedded_model());
  return Lexicons(compiled);
}

Lexicons Lexicons::load(const std::filesystem::path& directory) {
  std::vector<LexiconProblem> problems;
  const std::vector<lexicon::LexiconFile> files = lexicon::read_lexicon_files(directory, problems);
  lexicon::Model model =
      lexicon::layer(builtin().compiled_->model(), lexicon::parse_lexicons(files, problems));
  lexicon::check_references(model, problems);
  if (!problems.empty()) throw LexiconError(std::move(problems));
  return Lexicons(std::make_shared<const lexicon::Compiled>(std::move(model)));
}

}  // namespace claimlint
