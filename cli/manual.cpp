// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/version.hpp"
#include "commands.hpp"
#include "flags.hpp"

/// The manual, as a page for man(1) and as docs/command-line.md.
namespace claimlint::cli {
namespace {

/// A text of the tables, which have line ends where a terminal needs them: one paragraph, and the
/// lines set in below it.
struct Text {
  std::string paragraph;
  std::vector<std::string> lines;
};

Text read_text(std::string_view text) {
  Text result;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (line.starts_with("  ")) {
      result.lines.emplace_back(line.substr(2));
    } else {
      result.paragraph.append(result.paragraph.empty() ? "" : " ").append(line);
    }
    begin = end + 1;
  }
  return result;
}

/// Text that troff shows as it is written.
std::string roff(std::string_view text) {
  std::string escaped = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else if (c == '\n') {
      escaped += ' ';
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string sentence(std::string_view text) { return roff(text) + ".\n"; }

void write_man_flag(std::ostream& out, const Flag& flag) {
  const Text doc = read_text(flag.doc);
  out << ".TP\n.B \\-\\-" << roff(flag.name);
  if (!flag.argument.empty()) out << " \\fI" << roff(flag.argument) << "\\fR";
  out << '\n' << sentence(doc.paragraph);
  for (const std::string& line : doc.lines) out << ".br\n" << roff(line) << '\n';
}

void write_man_command(std::ostream& out, const Command& command) {
  const Text summary = read_text(command.summary);
  out << ".SS claimlint " << roff(command.name) << "\n.B claimlint " << roff(command.name)
      << "\n.RI [ OPTIONS ]\n";
  if (!command.arguments.empty()) out << ".I " << roff(command.arguments) << '\n';
  out << ".PP\n" << sentence(summary.paragraph);
  if (!summary.lines.empty()) {
    out << ".PP\n.nf\n";
    for (const std::string& line : summary.lines) out << roff(line) << '\n';
    out << ".fi\n";
  }
  for (const Flag& flag : flags_of(command.name)) write_man_flag(out, flag);
}

void write_man(std::ostream& out) {
  out << ".TH CLAIMLINT 1 \"\" \"claimlint " << version() << "\" \"User Commands\"\n"
      << ".SH NAME\nclaimlint \\- audit health articles for unsupported claims\n"
      << ".SH SYNOPSIS\n.B claimlint\n.I COMMAND\n.RI [ OPTIONS ]\n.RI [ ARGUMENTS ]\n"
      << ".SH DESCRIPTION\n"
      << roff(kPurpose) << '\n'
      << roff(kCaution) << '\n'
      << ".SH COMMANDS\n";
  for (const Command& command : commands()) write_man_command(out, command);
  out << ".SH EXIT STATUS\nThe highest that applies:\n";
  for (const ExitCode& exit : exit_codes()) {
    out << ".TP\n.B " << exit.code << '\n' << sentence(exit.meaning);
  }
}

/// Text that Markdown shows as it is written.
std::string literal(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

void write_markdown_flag(std::ostream& out, const Flag& flag) {
  const Text doc = read_text(flag.doc);
  out << "- `--" << flag.name << (flag.argument.empty() ? "" : " ") << flag.argument
      << "`: " << literal(doc.paragraph) << '\n';
  for (const std::string& line : doc.lines) out << "  - " << literal(line) << '\n';
}

void write_markdown(std::ostream& out) {
  out << "# Command line\n\nWritten by `claimlint manual markdown`; `claimlint help COMMAND` says "
         "the same.\n\n"
      << kPurpose << ' ' << kCaution << '\n';
  for (const Command& command : commands()) {
    const Text summary = read_text(command.summary);
    out << "\n## claimlint " << command.name << "\n\n    claimlint " << command.name << " [OPTIONS]"
        << (command.arguments.empty() ? "" : " ") << command.arguments << "\n\n"
        << literal(summary.paragraph) << "\n\n";
    for (const std::string& line : summary.lines) out << "    " << line << '\n';
    if (!summary.lines.empty()) out << '\n';
    for (const Flag& flag : flags_of(command.name)) write_markdown_flag(out, flag);
  }
  out << "\n## Exit codes\n\nThe highest that applies:\n\n";
  for (const ExitCode& exit : exit_codes()) {
    out << "- " << exit.code << ": " << literal(exit.meaning) << '\n';
  }
}

}  // namespace

int run_manual(const Settings& settings) {
  const auto& asked = settings.arguments;
  if (asked.size() != 1 || (asked.front() != "man" && asked.front() != "markdown")) {
    throw UsageError("manual needs one of man, markdown");
  }
  (asked.front() == "man" ? write_man : write_markdown)(std::cout);
  return kClean;
}

}  // namespace claimlint::cli
