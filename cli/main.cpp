// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <csignal>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"
#include "commands.hpp"
#include "configuration.hpp"
#include "decisions.hpp"
#include "flags.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace claimlint::cli {
namespace {

int write_version() {
  const Tool tool = Auditor(Lexicons::builtin()).tool();
  std::cout << tool.name << ' ' << tool.version << "\nlexicons " << tool.lexicons << "\nICU "
            << tool.icu << ", Unicode " << tool.unicode << ", RE2 " << tool.re2 << '\n';
  return kClean;
}

const Command& require_command(const std::string& name) {
  const Command* const command = find_command(name);
  if (command == nullptr) throw UsageError("there is no command '" + name + "'");
  return *command;
}

int show_help(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2) {
    write_help(std::cout);
  } else {
    write_help(std::cout, require_command(arguments[1]));
  }
  return kClean;
}

int dispatch(const std::vector<std::string>& arguments) {
  if (arguments.empty()) throw UsageError("a command is missing");
  const std::string& name = arguments.front();
  if (name == "help" || name == "--help" || name == "-h") return show_help(arguments);
  if (name == "--version") return write_version();
  const Command& command = require_command(name);
  Settings settings = configure(name, {arguments.begin() + 1, arguments.end()});
  if (settings.help) return show_help({"help", name});
  settings.store.command_line = arguments;
  read_decisions(settings);
  return command.run(settings);
}

int run(const std::vector<std::string>& arguments) {
  try {
    const int code = dispatch(arguments);
    std::cout.flush();
    if (!std::cout) throw std::runtime_error("standard output: cannot be written");
    return code;
  } catch (const UsageError& error) {
    std::cerr << "claimlint: " << printable_lines(error.what()) << "\nTry: claimlint help\n";
  } catch (const ConfigurationError& error) {
    std::cerr << printable_lines(error.what()) << '\n';
  } catch (const LexiconError& error) {
    write_problems(std::cerr, error.problems());
  } catch (const std::bad_alloc&) {
    std::cerr << "claimlint: not enough memory\n";
  } catch (const std::exception& error) {
    std::cerr << "claimlint: " << printable_lines(error.what()) << '\n';
  }
  return kUsage;
}

}  // namespace
}  // namespace claimlint::cli

int main(int argc, char** argv) {
#ifdef SIGPIPE
  // A reader that has seen enough ends the program quietly, whoever started it.
  std::signal(SIGPIPE, SIG_DFL);
#endif
#ifdef SIGXFSZ
  // A file that may grow no further is a write that fails.
  std::signal(SIGXFSZ, SIG_IGN);
#endif
  std::ios::sync_with_stdio(false);
  // A list of files is read while another thread writes the report: reading must not flush it.
  std::cin.tie(nullptr);
  return claimlint::cli::run({argv + std::min(1, argc), argv + argc});
}
