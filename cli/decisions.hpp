// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <memory>

#include "claimlint/decisions.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/lexicons.hpp"
#include "settings.hpp"

namespace claimlint::cli {

/// Reads the decisions and the baseline that the settings name into the audit's options. Throws
/// UsageError for a day that is none, std::runtime_error for a file that cannot be used.
void read_decisions(Settings& settings);

/// The writer that the settings ask for: of reports, or of suggestions.
std::unique_ptr<ReportWriter> make_writer(const Settings& settings, const OutputFormat& format,
                                          std::ostream& out, const OutputOptions& options,
                                          const Lexicons& lexicons);

/// Says what the decisions did, and which are expired or met no claim.
void write_tally(std::ostream& out, const Settings& settings, const DecisionTally& tally);

/// What a decisions file says of the rules.
void write_ledger(std::ostream& out, const Settings& settings);

}  // namespace claimlint::cli
