// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iostream>

#include "commands.hpp"
#include "lexicon_tasks.hpp"
#include "session.hpp"

namespace claimlint::cli {
namespace {

/// The folder that `lexicon check DIR` and `lexicon stats DIR` name, or --lexicons.
Lexicons lexicons_of(const Settings& settings) {
  Settings named = settings;
  if (settings.arguments.size() > 2) {
    throw UsageError("lexicon " + settings.arguments.front() + " takes one folder at most");
  }
  if (settings.arguments.size() == 2) named.lexicons = settings.arguments[1];
  return load_lexicons(named);
}

int report(const std::vector<LexiconProblem>& problems) {
  write_problems(std::cerr, problems);
  return problems.empty() ? kClean : kUsage;
}

int check(const Settings& settings) {
  const Lexicons lexicons = lexicons_of(settings);
  const int code = report(check_examples(lexicons));
  if (code == kClean) {
    std::cout << lexicons.rules().size() << " rules of " << lexicons.types().size()
              << " types: all examples hold\n";
  }
  return code;
}

template <typename Entry>
bool is_named(const Entry& rule, const std::vector<std::string>& names) {
  return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
           return rule.id == name || rule.id.starts_with(name + ".");
         });
}

int test(const Settings& settings) {
  const Lexicons lexicons = load_lexicons(settings);
  const std::vector<std::string> names(settings.arguments.begin() + 1, settings.arguments.end());
  std::size_t rules = 0;
  std::size_t examples = 0;
  for (const RuleInfo& rule : lexicons.rules()) {
    if (!is_named(rule, names)) continue;
    ++rules;
    examples += rule.want.size() + rule.absent.size();
  }
  for (const ExampleInfo& entry : lexicons.examples()) {
    if (!is_named(entry, names)) continue;
    ++rules;
    examples += entry.want.size() + entry.absent.size();
  }
  if (rules == 0) throw UsageError("no rule is called so; claimlint rules lists them");
  const int code = report(check_examples(lexicons, names));
  if (code == kClean) std::cout << examples << " examples of " << rules << " rules hold\n";
  return code;
}

struct Task {
  std::string_view name;
  int (*run)(const Settings& settings);
};

constexpr std::array<Task, 4> kTasks{
    {{"check", check}, {"import", import_lexicon}, {"stats", show_lexicon_stats}, {"test", test}}};

}  // namespace

int run_lexicon(const Settings& settings) {
  const auto* const task = settings.arguments.empty()
                               ? kTasks.end()
                               : std::find_if(kTasks.begin(), kTasks.end(), [&](const Task& known) {
                                   return known.name == settings.arguments.front();
                                 });
  if (task == kTasks.end()) {
    throw UsageError("lexicon needs: check [DIR], import FILE, stats [DIR] or test [RULE...]");
  }
  if (task->name != "stats" && (settings.format || !settings.corpus.empty())) {
    throw UsageError("--format and --corpus are for lexicon stats");
  }
  return task->run(settings);
}

}  // namespace claimlint::cli
