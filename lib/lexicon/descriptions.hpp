// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "claimlint/lexicons.hpp"
#include "model.hpp"

namespace claimlint::lexicon {

/// What lexicons say of themselves to those who ask.
struct Descriptions {
  /// Of the first so many rules: those of lexicon files.
  Descriptions(const Rulebook& rulebook, std::size_t written_rules);

  std::vector<TypeInfo> types;
  std::vector<RuleInfo> rules;  ///< by id
  std::vector<ExampleInfo> examples;
};

}  // namespace claimlint::lexicon
