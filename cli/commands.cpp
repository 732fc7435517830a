// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"

#include <algorithm>
#include <ostream>
#include <string>

#include "flags.hpp"

namespace claimlint::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {
      {"audit", "PATH...", "audit files and folders", run_audit},
      {"completion", "bash|zsh|fish", "what a shell needs to complete this command line",
       run_completion},
      {"diff", "OLD NEW", "what changed from one report to the next: new, gone, stronger claims",
       run_diff},
      {"eval", "GOLD", "compare with annotated articles: NAME.txt with NAME.json beside it",
       run_eval},
      {"explain", "[FILE]", "why each claim of a text was or was not reported", run_explain},
      {"lexicon", "check|import|stats|test ...",
       "check lexicon files, make one of a vocabulary, count, run examples\n"
       "  check [DIR]          the files are well-formed, what they name is there, and the "
       "examples\n"
       "                       of all rules hold\n"
       "  import FILE --kind KIND\n"
       "                       make a lexicon file of a vocabulary in OBO, CSV, TSV or JSONL; "
       "what\n"
       "                       was left out, and why, is said on standard error\n"
       "  stats [DIR]          sizes, names shared by concepts, and what a corpus never uses\n"
       "  test [RULE...]       run the examples of all rules, or of these (an id or its beginning)",
       run_lexicon},
      {"manual", "man|markdown", "print all commands and options as a page", run_manual},
      {"rules", "[ID]", "list the rules, or show one: basis, examples, wording", run_rules},
      {"serve", "", "audit over HTTP, and let reviewers decide together (docs/server.md)",
       run_serve},
      {"verify", "REPORT", "hold a report against its sources: hashes and places", run_verify},
  };
  return table;
}

const std::vector<ExitCode>& exit_codes() {
  static const std::vector<ExitCode> codes = {
      {kClean, "clean"},
      {kFindings, "claims at or above --fail-on (default high)"},
      {kUsage, "usage or configuration"},
      {kIncomplete, "a document was not audited in full, unless --allow-incomplete"},
  };
  return codes;
}

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(commands().begin(), commands().end(),
                                  [&](const Command& command) { return command.name == name; });
  return found == commands().end() ? nullptr : &*found;
}

void write_help(std::ostream& out) {
  constexpr std::size_t kColumn = 30;
  out << kPurpose << '\n' << kCaution << "\n\nusage: claimlint COMMAND ...\n\n";
  for (const Command& command : commands()) {
    std::string line = "  " + std::string(command.name) + " " + std::string(command.arguments);
    if (line.size() >= kColumn) line = line + '\n';
    line.resize(line.ends_with('\n') ? line.size() + kColumn : kColumn, ' ');
    out << line << command.summary.substr(0, command.summary.find('\n')) << '\n';
  }
  out << "  help [COMMAND]              show this, or a command's options\n"
         "  --version                   show the versions of the tool and what it is built on\n\n"
         "Exit code, the highest that applies:\n";
  for (const ExitCode& exit : exit_codes()) {
    out << "  " << exit.code << "  " << exit.meaning << '\n';
  }
}

void write_help(std::ostream& out, const Command& command) {
  out << "usage: claimlint " << command.name << " [OPTIONS]"
      << (command.arguments.empty() ? "" : " ") << command.arguments << "\n\n"
      << command.summary << "\n\n";
  write_flags(out, flags_of(command.name));
}

}  // namespace claimlint::cli
