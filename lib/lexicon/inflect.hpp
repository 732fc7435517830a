// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimlint::lexicon {

/// The regular forms of a verb, itself first: -s, -ed, -ing with their spelling rules. Of several
/// words the first is inflected ("clear up"). Irregular forms are for the lexicon to list.
std::vector<std::string> verb_forms(std::string_view verb);

/// The plurals a folded noun may have: English ones, and Latin and Greek ones of medical words.
std::vector<std::string> plurals(std::string_view noun);

/// What a folded noun may be the English plural of; empty where it does not look like one.
std::vector<std::string> singulars(std::string_view noun);

}  // namespace claimlint::lexicon
