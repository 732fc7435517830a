// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "expressions.hpp"
#include "model.hpp"

namespace claimlint::lexicon {

struct LexiconFile {
  std::string name;  ///< as problems show it
  std::string content;
};

/// The bytes of a file; nothing where it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

/// Reads every `*.toml` of a directory in name order. Adds a problem for what cannot be read.
std::vector<LexiconFile> read_lexicon_files(const std::filesystem::path& directory,
                                            std::vector<LexiconProblem>& problems);

/// Parses lexicon files into one model. All problems of all files are reported, never only the
/// first: TOML errors, unknown keys and tables, wrong types, missing keys, duplicate ids within the
/// files, expressions RE2 refuses.
Model parse_lexicons(const std::vector<LexiconFile>& files, std::vector<LexiconProblem>& problems);

/// Puts `over` on top of `base`: the same id replaces, the rest is added.
Model layer(Model base, Model over);

/// What only the whole tells: a rule of an unknown type, a demand for an unknown role, a pattern
/// that names an unknown cue class, a basis that is no provision, an id that does not begin with
/// its type, no scoring. RE2 looks at no expression that is among `examined`.
void check_references(const Model& model, std::vector<LexiconProblem>& problems,
                      const Expressions& examined = {});

}  // namespace claimlint::lexicon
