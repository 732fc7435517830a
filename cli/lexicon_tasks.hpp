// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings.hpp"

namespace claimlint::cli {

/// The tasks of `claimlint lexicon` that have a file of their own; each returns the exit code.
int import_lexicon(const Settings& settings);
int show_lexicon_stats(const Settings& settings);

}  // namespace claimlint::cli
