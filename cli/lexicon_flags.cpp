// SPDX-License-Identifier: Apache-2.0
#include "lexicon_flags.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "numbers.hpp"

namespace claimlint::cli {
namespace {

constexpr std::array<std::string_view, 4> kRoles{"id", "name", "synonyms", "xref"};

/// "id=Desc Ui,name=Term"
void set_columns(Settings& settings, const std::string& value) {
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    const std::string item = value.substr(begin, end - begin);
    const std::size_t equals = std::min(item.find('='), item.size());
    const std::string role = item.substr(0, equals);
    if (equals + 1 >= item.size() || std::ranges::find(kRoles, role) == kRoles.end()) {
      throw UsageError("--columns: '" + item + "' is none of id=, name=, synonyms=, xref=COLUMN");
    }
    settings.import.columns[role] = item.substr(equals + 1);
    begin = end + 1;
  }
}

void set_rows(Settings& settings, const std::string& value) {
  if (value.find('=') == std::string::npos) {
    throw UsageError("--rows: '" + value + "' is no COLUMN=BEGIN");
  }
  settings.import.keep_rows.push_back(value);
}

void set_synonyms(Settings& settings, const std::string& value) {
  if (value != "exact" && value != "all") {
    throw UsageError("--synonyms: '" + value + "' is none of exact, all");
  }
  settings.import.all_synonyms = value == "all";
}

void set_max_words(Settings& settings, const std::string& value) {
  settings.import.max_words = read_number<std::size_t>("max-words", value, 1, 64);
}

void set_stats_format(Settings& settings, const std::string& value) {
  if (value != "text" && value != "json") {
    throw UsageError("--format: '" + value + "' is none of text, json");
  }
  settings.format = value;
}

}  // namespace

std::vector<Flag> lexicon_flags() {
  return {
      {"adjectives", "", "lexicon",
       "import: the adjectives of Latin and Greek nouns too: retinal for retina",
       [](Settings& s, const std::string&) { s.import.adjectives = true; }},
      {"columns", "LIST", "lexicon",
       "import: which columns of a table are id=, name=, synonyms=, xref=, by\n"
       "comma (default the columns called so)",
       set_columns},
      {"corpus", "PATH", "lexicon",
       "stats: audit this file or folder too and say what of the lexicons it\n"
       "never used; may be given again",
       [](Settings& s, const std::string& v) { s.corpus.push_back(v); }},
      {"format",
       "NAME",
       "lexicon",
       "stats: text or json (default text)",
       set_stats_format,
       {"text", "json"}},
      {"input-format",
       "NAME",
       "lexicon",
       "import: obo, csv, tsv or jsonl (default by the file's extension)",
       [](Settings& s, const std::string& v) { s.import.format = v; },
       {"obo", "csv", "tsv", "jsonl"}},
      {"kind",
       "KIND",
       "lexicon",
       "import: what the names are: anatomy, condition, treatment, provider, or\n"
       "ordinary (names that hide a term and are dropped)",
       [](Settings& s, const std::string& v) { s.import.kind = v; },
       {"anatomy", "condition", "treatment", "provider", "ordinary"}},
      {"lexicons", "DIR", "lexicon",
       "stats, test: layer the lexicon files of this folder over the built-in ones",
       [](Settings& s, const std::string& v) { s.lexicons = v; }},
      {"max-words", "N", "lexicon", "import: leave out names of more words (default 8)",
       set_max_words},
      {"merge-rows", "", "lexicon",
       "import: rows of a table that share an id are one entry; the first row\n"
       "names it",
       [](Settings& s, const std::string&) { s.import.merge_rows = true; }},
      {"no-builtin-concepts", "", "audit explain eval lexicon verify",
       "with --lexicons: find none of the built-in names of anatomy, conditions,\n"
       "treatments and providers; the built-in rules and word lists stay",
       [](Settings& s, const std::string&) { s.base = Base::without_concepts; }},
      {"output", "FILE", "lexicon", "import: write to this file, which appears when it is complete",
       [](Settings& s, const std::string& v) { s.output = v; }},
      {"prefix", "NAME", "lexicon",
       "import: put NAME before every id, so that two files may share ids",
       [](Settings& s, const std::string& v) { s.import.prefix = v; }},
      {"rows", "COLUMN=BEGIN", "lexicon",
       "import: only the rows of a table whose column begins so; may be given\n"
       "again, and all must hold",
       set_rows},
      {"synonyms",
       "WHICH",
       "lexicon",
       "import: exact (and lay) synonyms of OBO, or all (default exact)",
       set_synonyms,
       {"exact", "all"}},
  };
}

}  // namespace claimlint::cli
