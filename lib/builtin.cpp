// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimlint/lexicons.hpp"
#include "claimlint/version.hpp"
#include "lexicon/binary.hpp"
#include "lexicon/cache.hpp"
#include "lexicon/compiled.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/expressions.hpp"
#include "lexicon/parse.hpp"
#include "text/digest.hpp"

namespace claimlint {
namespace lexicon {

// Made from lexicons/ at build time by claimlint-lexc.
extern const unsigned char kEmbeddedLexicons[];
extern const std::size_t kEmbeddedLexiconsSize;

std::string_view embedded_bytes() {
  return {reinterpret_cast<const char*>(kEmbeddedLexicons), kEmbeddedLexiconsSize};
}

namespace {

/// A name for what the lexicons of a folder are compiled to by this build, in hexadecimal digits.
std::string cache_key(const std::vector<LexiconFile>& files, Base base) {
  std::string made_from(version());
  made_from += base == Base::shipped ? "" : " without concepts";
  made_from += digest_of(embedded_bytes());
  for (const LexiconFile& file : files) {
    made_from += text::sha256(file.name) + text::sha256(file.content);
  }
  return text::sha256(made_from);
}

/// Layers files over the shipped lexicons. Throws LexiconError, with the problems of reading them.
Model layer_over(Base base, const std::vector<LexiconFile>& files,
                 std::vector<LexiconProblem> problems) {
  Model below = embedded_model();
  if (base == Base::without_concepts) below.concepts.clear();
  const Expressions shipped = expand_all(below);
  Model model = layer(std::move(below), parse_lexicons(files, problems));
  check_references(model, problems, shipped);
  if (!problems.empty()) throw LexiconError(std::move(problems));
  return model;
}

/// What is kept for a folder as it is now; null where nothing is. The files are gone from memory
/// when that is read.
std::shared_ptr<const Compiled> find_kept(const Cache& cache,
                                          const std::filesystem::path& directory, Base base) {
  std::vector<LexiconProblem> problems;
  const std::string key = cache_key(read_lexicon_files(directory, problems), base);
  return problems.empty() ? cache.find(key) : nullptr;
}

}  // namespace

Model embedded_model() { return Compiled(embedded_bytes()).to_model(); }

}  // namespace lexicon

Lexicons Lexicons::builtin() {
  // The tests check these bytes. They stay until the process ends: taking them apart then would
  // only take time.
  static const auto& compiled =
      *new std::shared_ptr<const lexicon::Compiled>(std::make_shared<const lexicon::Compiled>(
          lexicon::embedded_bytes(), nullptr, lexicon::FlatReader::Trust::full));
  return Lexicons(compiled);
}

Lexicons Lexicons::load(const std::filesystem::path& directory, Base base) {
  std::vector<LexiconProblem> problems;
  const auto files = lexicon::read_lexicon_files(directory, problems);
  return Lexicons(std::make_shared<const lexicon::Compiled>(
      lexicon::layer_over(base, files, std::move(problems))));
}

Lexicons Lexicons::load(const std::filesystem::path& directory,
                        const std::filesystem::path& cache_folder, Base base) {
  const lexicon::Cache cache(cache_folder);
  if (auto kept = lexicon::find_kept(cache, directory, base)) return Lexicons(std::move(kept));
  std::vector<LexiconProblem> problems;
  const auto files = lexicon::read_lexicon_files(directory, problems);
  const auto compiled = std::make_shared<const std::string>(
      lexicon::compile(lexicon::layer_over(base, files, std::move(problems))));
  cache.keep(lexicon::cache_key(files, base), *compiled);
  return Lexicons(std::make_shared<const lexicon::Compiled>(*compiled, compiled));
}

}  // namespace claimlint
