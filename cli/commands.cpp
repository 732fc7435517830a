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
      {"rules", "[ID]", "list the rules, or show one: basis, examples, wording", run_rules},
  };
  return table;
}

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(commands().begin(), commands().end(),
                                  [&](const Command& command) { return command.name == name; });
  return found == commands().end() ? nullptr : &*found;
}

void write_help(std::ostream& out) {
  out << "Finds health claims in articles and says which have no support.\n"
         "A screening aid, not a legal finding.\n\n"
         "usage: claimlint COMMAND ...\n\n";
  for (const Command& command : commands()) {
    std::string line = "  " + std::string(command.name) + " " + std::string(command.arguments);
    line.resize(std::max<std::size_t>(line.size() + 1, 24), ' ');
    out << line << command.summary.substr(0, command.summary.find('\n')) << '\n';
  }
  out << "  help [COMMAND]        show this, or a command's options\n"
         "  --version             show the versions of the tool and what it is built on\n\n"
         "Exit code: 0 clean, 1 claims at or above --fail-on, 2 usage or configuration,\n"
         "3 a document was not audited in full; the highest wins.\n";
}

void write_help(std::ostream& out, const Command& command) {
  out << "usage: claimlint " << command.name << " [OPTIONS] " << command.arguments << "\n\n"
      << command.summary << "\n\n";
  write_flags(out, flags_of(command.name));
}

}  // namespace claimlint::cli
