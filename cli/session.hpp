// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <vector>

#include "claimlint/auditor.hpp"
#include "settings.hpp"

namespace claimlint::cli {

/// The lexicons that the settings ask for. Throws LexiconError.
Lexicons load_lexicons(const Settings& settings);

/// A line for each of them; of very many the first.
void write_problems(std::ostream& out, const std::vector<LexiconProblem>& problems);

/// An auditor over them. Throws UsageError for options it does not accept.
Auditor make_auditor(const Settings& settings);

/// Whether to write colours to standard output.
bool use_colour(const Settings& settings);

}  // namespace claimlint::cli
