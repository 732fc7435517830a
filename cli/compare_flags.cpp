// SPDX-License-Identifier: Apache-2.0
#include "compare_flags.hpp"

#include <algorithm>

#include "claimlint/diff.hpp"

namespace claimlint::cli {
namespace {

void set_diff_format(Settings& settings, const std::string& value) {
  const bool known =
      std::ranges::find(diff_formats(), value, &DiffFormat::name) != diff_formats().end();
  if (!known) throw UsageError("--format: '" + value + "' is none of json, text");
  settings.format = value;
}

std::string diff_format_doc() {
  std::string doc = "form of the comparison (default text)";
  for (const DiffFormat& format : diff_formats()) {
    doc.append("\n  ").append(format.name).append(": ").append(format.description);
  }
  return doc;
}

std::vector<std::string> diff_format_names() {
  std::vector<std::string> names;
  for (const DiffFormat& format : diff_formats()) names.emplace_back(format.name);
  return names;
}

}  // namespace

std::vector<Flag> compare_flags() {
  return {
      {"clusters", "", "audit verify",
       "gather claims that say the same in nearly the same words over all\n"
       "documents, and total by site and by folder",
       [](Settings& s, const std::string&) { s.compare.clusters = true; }},
      {"format", "NAME", "diff", diff_format_doc(), set_diff_format, diff_format_names()},
      {"reference", "REPORT", "audit verify",
       "a report (json or jsonl) of other articles: say of each risk how many of\n"
       "theirs are lower",
       [](Settings& s, const std::string& v) { s.compare.reference = v; }},
      {"replay", "", "verify",
       "audit the sources again, with the options given, and compare document\n"
       "by document, byte by byte",
       [](Settings& s, const std::string&) { s.compare.replay = true; }},
      {"root", "DIR", "verify",
       "what the paths of the report are relative to: the folder that was audited\n"
       "(default the current one)",
       [](Settings& s, const std::string& v) { s.compare.root = v; }},
  };
}

}  // namespace claimlint::cli
