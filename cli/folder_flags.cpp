// SPDX-License-Identifier: Apache-2.0
#include "folder_flags.hpp"

namespace claimlint::cli {
namespace {

/// An empty pattern would fit nothing, and mean that somebody's variable was empty.
void add_pattern(std::vector<std::string>& patterns, const std::string& flag,
                 const std::string& value) {
  if (value.empty()) throw UsageError("--" + flag + ": the pattern is empty");
  patterns.push_back(value);
}

}  // namespace

std::vector<Flag> folder_flags() {
  return {
      {"changed-since", "REV", "audit",
       "only files that differ from this revision of their git\n"
       "repository, and new ones",
       [](Settings& s, const std::string& v) { s.folders.changed_since = v; }},
      {"config", "FILE", "audit",
       "take options from this file, not from a .claimlint.toml beside or above\n"
       "the first PATH",
       [](Settings& s, const std::string& v) { s.folders.config = v; }},
      {.name = "exclude",
       .argument = "GLOB",
       .commands = "audit",
       .doc = "pass over what fits this pattern, as in .gitignore: *.bak.html, drafts/,\n"
              "/blog/**/old.md; can be given again",
       .set = [](Settings& s,
                 const std::string& v) { add_pattern(s.folders.exclude, "exclude", v); },
       .repeatable = true},
      {"files-from", "FILE", "audit",
       "audit the files and folders that this file names, one a line; - is\n"
       "standard input",
       [](Settings& s, const std::string& v) { s.folders.files_from = v; }},
      {.name = "include",
       .argument = "GLOB",
       .commands = "audit",
       .doc = "of folders, archives and lists take only what fits this pattern; can be\n"
              "given again",
       .set = [](Settings& s,
                 const std::string& v) { add_pattern(s.folders.include, "include", v); },
       .repeatable = true},
      {"no-config", "", "audit", "take no options from a .claimlint.toml",
       [](Settings& s, const std::string&) { s.folders.no_config = true; }},
      {"null", "", "audit", "names in the file of --files-from end with a NUL, not with a line",
       [](Settings& s, const std::string&) { s.folders.null = true; }},
  };
}

}  // namespace claimlint::cli
