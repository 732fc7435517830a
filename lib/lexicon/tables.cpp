// SPDX-License-Identifier: Apache-2.0
#include "tables.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <sstream>

#include "text/text.hpp"

namespace claimlint::lexicon {
namespace {

std::string to_text(const Location& location) {
  return location.file + ":" + std::to_string(location.line) + ":" +
         std::to_string(location.column);
}

// An id that was given before is reported and its second entry left out.
bool is_new(std::string_view table, const std::string& id, const toml::node& at, SeenIds& seen,
            Reading& reading) {
  const auto [first, added] = seen.try_emplace({table, id}, reading.location(at));
  if (!added) {
    reading.report(at, (id.empty() ? "[" + std::string(table) + "]" : "id '" + id + "'") +
                           " is given twice, first at " + to_text(first->second));
  }
  return added;
}

void keep(ClaimType entry, Model& model) { model.types.push_back(std::move(entry)); }
void keep(Rule entry, Model& model) { model.rules.push_back(std::move(entry)); }
void keep(Provision entry, Model& model) { model.provisions.push_back(std::move(entry)); }
void keep(Concept entry, Model& model) { model.concepts.push_back(std::move(entry)); }
void keep(Cue entry, Model& model) { model.cues.push_back(std::move(entry)); }
void keep(Unit entry, Model& model) { model.units.push_back(std::move(entry)); }
void keep(Evidence entry, Model& model) { model.evidence.push_back(std::move(entry)); }
void keep(Textbook entry, Model& model) { model.textbook.push_back(std::move(entry)); }
void keep(Accepted entry, Model& model) { model.accepted.push_back(std::move(entry)); }
void keep(Stricter entry, Model& model) { model.stricter.push_back(std::move(entry)); }
void keep(FindingRule entry, Model& model) { model.findings.push_back(std::move(entry)); }

void keep(ScoreWeights entry, Model& model) { model.scoring = std::move(entry); }

void keep(LearnedTable entry, Model& model) {
  model.learned = std::move(entry.model);
  model.features = std::move(entry.features);
}

void keep(const Abbreviations& entry, Model& model) {
  model.abbreviations.insert(model.abbreviations.end(), entry.terms.begin(), entry.terms.end());
}

void keep(const WordList& entry, Model& model) {
  std::istringstream words(text::fold(entry.words).text);
  const bool is_part = entry.kind >= WordKind::prefix;
  for (std::string word; words >> word;) {
    if (!is_part) model.words.push_back(word);
    if (entry.kind == WordKind::ordinary) continue;
    model.marked_words.push_back({word, entry.kind, entry.beside, entry.capital});
  }
}

template <typename Entry>
void read_entry(const toml::table& table, std::string_view name, Model& model, SeenIds& seen,
                Reading& reading) {
  Entry entry;
  if constexpr (requires { entry.where; }) entry.where = reading.location(table);
  read_fields(table, fields<Entry>(), entry, reading);
  finish(entry, table, reading);
  // An evidence row's id is its source's: rows have none of their own.
  if constexpr (requires {
                  { entry.id } -> std::same_as<std::string&>;
                }) {
    if (entry.id.empty() || !is_new(name, entry.id, *table.get("id"), seen, reading)) return;
  }
  keep(std::move(entry), model);
}

template <typename Entry>
void read_entries(const toml::node& node, std::string_view name, Model& model, SeenIds& seen,
                  Reading& reading) {
  const toml::array* tables = node.as_array();
  if (tables == nullptr || !tables->is_array_of_tables()) {
    return reading.report(node, "expected [[" + std::string(name) + "]] tables");
  }
  for (const toml::node& table : *tables) {
    read_entry<Entry>(*table.as_table(), name, model, seen, reading);
  }
}

template <typename Entry>
void read_single(const toml::node& node, std::string_view name, Model& model, SeenIds& seen,
                 Reading& reading) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return reading.report(node, "expected a [" + std::string(name) + "] table");
  Entry entry;
  if constexpr (requires { entry.model.where; }) entry.model.where = reading.location(node);
  read_fields(*table, fields<Entry>(), entry, reading);
  if (!is_new(name, {}, node, seen, reading)) return;
  keep(std::move(entry), model);
}

struct TableKind {
  std::string_view name;
  void (*read)(const toml::node& node, std::string_view name, Model& model, SeenIds& seen,
               Reading& reading);
};

constexpr std::array<TableKind, 15> kTables{{
    {"type", read_entries<ClaimType>},
    {"rule", read_entries<Rule>},
    {"provision", read_entries<Provision>},
    {"concept", read_entries<Concept>},
    {"cue", read_entries<Cue>},
    {"unit", read_entries<Unit>},
    {"evidence", read_entries<Evidence>},
    {"textbook", read_entries<Textbook>},
    {"accepted", read_entries<Accepted>},
    {"stricter", read_entries<Stricter>},
    {"finding", read_entries<FindingRule>},
    {"abbreviation", read_entries<Abbreviations>},
    {"wordlist", read_entries<WordList>},
    {"scoring", read_single<ScoreWeights>},
    {"model", read_single<LearnedTable>},
}};

}  // namespace

void read_tables(const toml::table& file, Model& model, SeenIds& seen, Reading& reading) {
  for (const auto& [key, node] : file) {
    const std::string_view name = key.str();
    if (name == "why" || name == "source") continue;
    const auto* kind = std::find_if(kTables.begin(), kTables.end(),
                                    [&](const TableKind& table) { return table.name == name; });
    if (kind == kTables.end()) {
      reading.report(key.source(), "unknown table or key '" + std::string(name) + "'");
    } else {
      kind->read(node, kind->name, model, seen, reading);
    }
  }
}

}  // namespace claimlint::lexicon
