// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "entries.hpp"

/// Tables with a head line, values apart by comma or tab, quoted where they hold either.
namespace claimlint::vocabulary {
namespace {

struct Cell {
  std::string text;
  Place at;
};
using Row = std::vector<Cell>;

/// Cuts a text into rows. Quotes double inside quotes; line ends inside quotes belong to the value.
class RowReader {
 public:
  RowReader(Reading& reading, char delimiter)
      : problems_(reading.problems), text_(reading.text), delimiter_(delimiter) {}

  /// Null at the end.
  std::optional<Row> next() {
    if (at_ >= text_.size()) return std::nullopt;
    Row row;
    do {
      row.push_back(read_cell());
    } while (take(delimiter_));
    take('\r');
    if (at_ < text_.size() && !take('\n')) {
      problems_.add(place(), "text behind a closing quote");
      skip_line();
    }
    return row;
  }

 private:
  [[nodiscard]] Place place() const { return {line_, at_ - line_begin_ + 1}; }

  bool take(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    if (wanted == '\n') {
      ++line_;
      line_begin_ = at_;
    }
    return true;
  }

  void skip_line() {
    at_ = std::min(text_.find('\n', at_), text_.size());
    take('\n');
  }

  Cell read_cell() {
    Cell cell{{}, place()};
    if (take('"')) {
      read_quoted(cell);
      skip_language();
    } else {
      const std::size_t begin = at_;
      while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n') ++at_;
      cell.text = trim(text_.substr(begin, at_ - begin));
    }
    return cell;
  }

  // Tables made of RDF say the language behind the quote: "Open comedo"@en.
  void skip_language() {
    if (!take('@')) return;
    while (at_ < text_.size() && (is_letter(text_[at_]) || text_[at_] == '-')) ++at_;
  }

  static bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

  void read_quoted(Cell& cell) {
    while (at_ < text_.size()) {
      if (take('"')) {
        if (!take('"')) return;
        cell.text += '"';
      } else {
        const char c = text_[at_];
        take(c);
        cell.text += c;
      }
    }
    problems_.add(cell.at, "a quote is not closed");
  }

  Problems& problems_;
  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t line_begin_ = 0;
};

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// "<http://purl.obolibrary.org/obo/HP_0002648>" is HP_0002648.
std::string_view last_part(std::string_view id) {
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  const std::size_t slash = id.find_last_of("/#");
  return id.find("://") == std::string_view::npos ? id : id.substr(slash + 1);
}

class TableReader {
 public:
  TableReader(Reading& reading, char delimiter) : reading_(reading), rows_(reading, delimiter) {}

  std::vector<Entry> run() {
    std::optional<Row> head = rows_.next();
    if (!head) {
      reading_.problems.add({1, 1}, "a head line with the names of the columns is missing");
      return {};
    }
    head_ = *std::move(head);
    find_columns();
    if (reading_.problems.any()) return {};
    while (const std::optional<Row> row = rows_.next()) read_row(*row);
    return std::move(entries_);
  }

 private:
  static constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

  struct Condition {
    std::size_t column;
    std::string begin;
  };

  void find_columns() {
    id_ = column_of("id", true);
    name_ = column_of("name", true);
    synonyms_ = column_of("synonyms", false);
    xref_ = column_of("xref", false);
    for (const std::string& keep : reading_.options.keep_rows) {
      const std::size_t equals = std::min(keep.find('='), keep.size());
      conditions_.push_back({find_column(keep.substr(0, equals), true),
                             keep.substr(std::min(equals + 1, keep.size()))});
    }
  }

  std::size_t column_of(const std::string& role, bool required) {
    const auto& columns = reading_.options.columns;
    const auto given = columns.find(role);
    if (given != columns.end()) return find_column(given->second, true);
    return find_column(role, required);
  }

  std::size_t find_column(std::string_view wanted, bool required) {
    const auto found = std::ranges::find_if(
        head_, [&](const Cell& cell) { return equals_ignoring_case(cell.text, wanted); });
    if (found != head_.end()) return static_cast<std::size_t>(found - head_.begin());
    if (required) {
      std::string names;
      for (const Cell& cell : head_) names.append(names.empty() ? "" : ", ").append(cell.text);
      reading_.problems.add(head_.front().at, "no column is called '" + std::string(wanted) +
                                                  "'; there are: " + excerpt(names));
    }
    return kNoColumn;
  }

  void read_row(const Row& row) {
    if (row.size() == 1 && row.front().text.empty()) return;
    if (row.size() != head_.size()) {
      return reading_.problems.add(row.front().at, std::to_string(row.size()) +
                                                       " columns where the head line has " +
                                                       std::to_string(head_.size()));
    }
    const bool kept = std::ranges::all_of(conditions_, [&](const Condition& condition) {
      return row[condition.column].text.starts_with(condition.begin);
    });
    if (!kept) return reading_.skipped.add("a row that was not asked for", row[name_].text);
    Entry entry = entry_of(row);
    if (entry.id.empty()) return reading_.problems.add(row[id_].at, "a row without an id");
    if (entry.name.text.empty())
      return reading_.problems.add(row[name_].at, "a row without a name");
    add(std::move(entry));
  }

  Entry entry_of(const Row& row) const {
    Entry entry{std::string(last_part(trim(row[id_].text))), row[id_].at, {}, {}, {}};
    entry.name = {std::string(trim(row[name_].text)), row[name_].at};
    if (synonyms_ != kNoColumn) {
      for_each_part(row[synonyms_].text, [&](std::string_view part) {
        entry.synonyms.push_back({std::string(part), row[synonyms_].at});
      });
    }
    if (xref_ != kNoColumn) {
      for_each_part(row[xref_].text,
                    [&](std::string_view part) { entry.xrefs.emplace_back(part); });
    }
    return entry;
  }

  template <typename Each>
  static void for_each_part(std::string_view text, Each each) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('|'), text.size());
      if (const std::string_view part = trim(text.substr(0, end)); !part.empty()) each(part);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  // One row for each synonym or place in a tree is what such tables look like: rows of one id and
  // name are one entry.
  void add(Entry entry) {
    const auto [first, added] = by_id_.try_emplace(entry.id, entries_.size());
    if (added) return entries_.push_back(std::move(entry));
    Entry& known = entries_[first->second];
    if (known.name.text != entry.name.text) {
      if (!reading_.options.merge_rows) {
        return reading_.problems.add(
            entry.at, "id '" + excerpt(entry.id) + "' has two names, first at " +
                          reading_.problems.to_text(known.at) + " (rows of one id can be merged)");
      }
      known.synonyms.push_back(std::move(entry.name));
    }
    std::ranges::move(entry.synonyms, std::back_inserter(known.synonyms));
    std::ranges::move(entry.xrefs, std::back_inserter(known.xrefs));
  }

  Reading& reading_;
  RowReader rows_;
  Row head_;
  std::size_t id_ = kNoColumn;
  std::size_t name_ = kNoColumn;
  std::size_t synonyms_ = kNoColumn;
  std::size_t xref_ = kNoColumn;
  std::vector<Condition> conditions_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::vector<Entry> entries_;
};

}  // namespace

std::vector<Entry> read_csv(Reading& reading) { return TableReader(reading, ',').run(); }

std::vector<Entry> read_tsv(Reading& reading) { return TableReader(reading, '\t').run(); }

}  // namespace claimlint::vocabulary
