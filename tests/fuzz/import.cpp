// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "checks.hpp"
#include "claimlint/vocabulary.hpp"
#include "lexicon/parse.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {
namespace {

constexpr std::array<const char*, 4> kFormats = {"obo", "csv", "tsv", "jsonl"};
constexpr std::array<const char*, 5> kKinds = {"condition", "treatment", "anatomy", "provider",
                                               "ordinary"};

/// The choices of one byte.
ImportOptions options_of(unsigned choice) {
  ImportOptions options;
  options.format = kFormats[choice % kFormats.size()];
  choice /= kFormats.size();
  options.kind = kKinds[choice % kKinds.size()];
  choice /= kKinds.size();
  options.all_synonyms = (choice & 1U) != 0;
  options.adjectives = options.all_synonyms;
  options.merge_rows = (choice & 2U) != 0;
  if ((choice & 4U) != 0) options.prefix = "p";
  if (choice > 8) options.keep_rows = {"kind=a"};
  return options;
}

}  // namespace

/// A vocabulary of others; the first byte chooses its format and the options. What comes of it is a
/// lexicon file.
void fuzz_import(std::string_view bytes) {
  if (bytes.empty()) return;
  const ImportOptions options = options_of(static_cast<unsigned char>(bytes.front()));
  bytes.remove_prefix(1);
  try {
    const ImportedVocabulary imported = import_vocabulary(bytes, "fuzz", options);
    require((imported.entries == 0) == imported.lexicon.empty(), "entries make a lexicon");
    require(imported.terms >= imported.entries, "an entry has a name");
    if (imported.lexicon.empty()) return;
    std::vector<LexiconProblem> problems;
    const lexicon::Model model =
        lexicon::parse_lexicons({{"fuzz.toml", imported.lexicon}}, problems);
    for (const LexiconProblem& problem : problems) require(false, to_string(problem));
    require(model.concepts.size() == imported.entries, "every entry is in the lexicon");
  } catch (const LexiconError& error) {
    require(!error.problems().empty(), "an error says what is wrong");
  } catch (const std::invalid_argument& error) {
    require(*error.what() != '\0', "an error says which option does not fit");
  }
}

}  // namespace claimlint::fuzz
