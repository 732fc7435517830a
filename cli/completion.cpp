// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "flags.hpp"

/// Completions of the shells, from the tables that help is made of.
namespace claimlint::cli {
namespace {

/// What a word of the command line may be.
struct Values {
  enum class Kind { none, choices, files, folders } kind = Kind::none;
  std::vector<std::string> choices;
};

bool names_one_of(std::string_view argument, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return argument.find(word) != std::string_view::npos;
  });
}

Values values_named(std::string_view argument) {
  if (names_one_of(argument, {"DIR", "GOLD"})) return {Values::Kind::folders, {}};
  const bool file = names_one_of(argument, {"FILE", "PATH", "REPORT", "DB"});
  return {file ? Values::Kind::files : Values::Kind::none, {}};
}

Values values_of(const Flag& flag) {
  if (!flag.choices.empty()) return {Values::Kind::choices, flag.choices};
  return values_named(flag.argument);
}

/// "check|import ..." is a choice for the first word; "PATH..." are files.
Values values_of(const Command& command) {
  const std::string_view first = command.arguments.substr(0, command.arguments.find(' '));
  if (first.find('|') == std::string_view::npos) return values_named(command.arguments);
  Values values{Values::Kind::choices, {}};
  for (std::size_t begin = 0; begin <= first.size();) {
    const std::size_t end = std::min(first.find('|', begin), first.size());
    values.choices.emplace_back(first.substr(begin, end - begin));
    begin = end + 1;
  }
  return values;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

/// Words for compgen, where file names may have blanks and so words are parted by line ends.
std::string bash_words(std::string words) {
  for (std::size_t i = words.find(' '); i != std::string::npos; i = words.find(' ', i)) {
    words.replace(i, 1, "\\n");
  }
  return "$'" + words + "'";
}

/// The first line of a text, without what would end a quotation or a description.
std::string brief(std::string_view text) {
  std::string line;
  for (const char c : text.substr(0, text.find('\n'))) {
    if (c == '\'' || c == '\\' || c == '[' || c == ']' || c == '`' || c == '$') continue;
    line += c == ':' ? ',' : c;
  }
  return line;
}

std::string command_names() {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  return joined(names) + " help";
}

// --- bash

std::string bash_values(const Values& values) {
  switch (values.kind) {
    case Values::Kind::choices:
      return "COMPREPLY=($(compgen -W " + bash_words(joined(values.choices)) + " -- \"$current\"))";
    case Values::Kind::files:
      return "COMPREPLY=($(compgen -f -- \"$current\"))";
    case Values::Kind::folders:
      return "COMPREPLY=($(compgen -d -- \"$current\"))";
    case Values::Kind::none:
      return ":";
  }
  return ":";
}

void write_bash_command(std::ostream& out, const Command& command) {
  std::string names;
  for (const Flag& flag : flags_of(command.name)) {
    names.append(names.empty() ? "--" : " --").append(flag.name);
    if (flag.argument.empty()) continue;
    out << "    " << command.name << ":--" << flag.name << ") " << bash_values(values_of(flag))
        << "; return ;;\n";
  }
  out << "    " << command.name << ":*)\n      if [[ $current == -* ]]; then\n"
      << "        COMPREPLY=($(compgen -W " << bash_words(names) << " -- \"$current\"))\n"
      << "      else\n        " << bash_values(values_of(command)) << "\n      fi ;;\n";
}

void write_bash(std::ostream& out) {
  out << "# bash completion of claimlint\n_claimlint() {\n"
         "  local IFS=$'\\n'\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  if [[ $current == = ]]; then current=\n"
         "  elif [[ $previous == = ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
         "  COMPREPLY=()\n"
         "  if [[ $COMP_CWORD -eq 1 || ${COMP_WORDS[1]} == help ]]; then\n"
         "    COMPREPLY=($(compgen -W "
      << bash_words(command_names() + " --version") << " -- \"$current\"))\n    return\n  fi\n"
      << "  case ${COMP_WORDS[1]}:$previous in\n";
  for (const Command& command : commands()) write_bash_command(out, command);
  out << "  esac\n}\ncomplete -o filenames -F _claimlint claimlint\n";
}

// --- zsh

std::string zsh_values(const Values& values) {
  switch (values.kind) {
    case Values::Kind::choices:
      return "(" + joined(values.choices) + ")";
    case Values::Kind::files:
      return "_files";
    case Values::Kind::folders:
      return "_files -/";
    case Values::Kind::none:
      return " ";
  }
  return {};
}

void write_zsh_command(std::ostream& out, const Command& command) {
  out << "    " << command.name << ")\n      _arguments";
  for (const Flag& flag : flags_of(command.name)) {
    out << " \\\n        '*--" << flag.name << (flag.argument.empty() ? "" : "=") << '['
        << brief(flag.doc) << ']';
    if (!flag.argument.empty()) out << ':' << flag.argument << ':' << zsh_values(values_of(flag));
    out << '\'';
  }
  out << " \\\n        '*:argument:" << zsh_values(values_of(command)) << "' ;;\n";
}

void write_zsh(std::ostream& out) {
  out << "#compdef claimlint\n_claimlint() {\n  local -a names\n  names=(\n";
  for (const Command& command : commands()) {
    out << "    '" << command.name << ':' << brief(command.summary) << "'\n";
  }
  out << "    'help:show the options of a command'\n  )\n"
         "  if (( CURRENT == 2 )) || [[ $words[2] == help ]]; then\n"
         "    _describe -t commands command names\n    return\n  fi\n"
         "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const Command& command : commands()) write_zsh_command(out, command);
  out << "  esac\n}\n"
         "if [[ $funcstack[1] == _claimlint ]]; then _claimlint \"$@\"; "
         "else compdef _claimlint claimlint; fi\n";
}

// --- fish

std::string fish_values(const Values& values) {
  switch (values.kind) {
    case Values::Kind::choices:
      return " -x -a '" + joined(values.choices) + "'";
    case Values::Kind::files:
      return " -r -F";
    case Values::Kind::folders:
      return " -x -a '(__fish_complete_directories)'";
    case Values::Kind::none:
      return " -x";
  }
  return {};
}

void write_fish_command(std::ostream& out, const Command& command) {
  out << "complete -c claimlint -n __fish_use_subcommand -a " << command.name << " -d '"
      << brief(command.summary) << "'\n";
  const std::string here =
      "complete -c claimlint -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
  const Values values = values_of(command);
  if (values.kind == Values::Kind::choices)
    out << here << " -a '" << joined(values.choices) << "'\n";
  if (values.kind == Values::Kind::files || values.kind == Values::Kind::folders) {
    out << here << " -F\n";
  }
  for (const Flag& flag : flags_of(command.name)) {
    out << here << " -l " << flag.name;
    if (!flag.argument.empty()) out << fish_values(values_of(flag));
    out << " -d '" << brief(flag.doc) << "'\n";
  }
}

void write_fish(std::ostream& out) {
  out << "# fish completion of claimlint\ncomplete -c claimlint -f\n";
  for (const Command& command : commands()) write_fish_command(out, command);
  out << "complete -c claimlint -n __fish_use_subcommand -a help -d 'show the options of a "
         "command'\n"
      << "complete -c claimlint -n '__fish_seen_subcommand_from help' -a '" << command_names()
      << "'\n";
}

}  // namespace

int run_completion(const Settings& settings) {
  const std::string shell = settings.arguments.size() == 1 ? settings.arguments.front() : "";
  if (shell == "bash") {
    write_bash(std::cout);
  } else if (shell == "zsh") {
    write_zsh(std::cout);
  } else if (shell == "fish") {
    write_fish(std::cout);
  } else {
    throw UsageError("completion needs one of bash, zsh, fish");
  }
  return kClean;
}

}  // namespace claimlint::cli
