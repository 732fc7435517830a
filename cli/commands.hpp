// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "settings.hpp"

namespace claimlint::cli {

struct Command {
  std::string_view name;
  std::string_view arguments;
  std::string_view summary;
  int (*run)(const Settings& settings);  ///< returns the exit code
};

const std::vector<Command>& commands();

struct ExitCode {
  int code;
  std::string_view meaning;
};

/// Of `claimlint audit`; others use 0 and 2 alone, unless they say so.
const std::vector<ExitCode>& exit_codes();

/// The one sentence that says what this is.
inline constexpr std::string_view kPurpose =
    "Finds health claims in articles and says which have no support.";
inline constexpr std::string_view kCaution = "A screening aid, not a legal finding.";

/// Null where there is none of that name.
const Command* find_command(std::string_view name);

void write_help(std::ostream& out);
void write_help(std::ostream& out, const Command& command);

int run_audit(const Settings& settings);
int run_completion(const Settings& settings);
int run_diff(const Settings& settings);
int run_eval(const Settings& settings);
int run_explain(const Settings& settings);
int run_lexicon(const Settings& settings);
int run_manual(const Settings& settings);
int run_rules(const Settings& settings);
int run_serve(const Settings& settings);
int run_verify(const Settings& settings);

}  // namespace claimlint::cli
