// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "manifest_rows.hpp"

namespace claimlint::review {
namespace {

struct Record {
  std::size_t line = 1;
  std::vector<std::string> cells;
};

class CsvReader {
 public:
  CsvReader(std::string_view text, ManifestProblems& problems) : text_(text), problems_(problems) {}

  /// Null at the end. Empty lines are passed over.
  std::optional<Record> next() {
    while (take('\r') || take('\n')) continue;
    if (text_.empty()) return std::nullopt;
    Record record{line_, {}};
    do {
      record.cells.push_back(take('"') ? quoted() : plain());
    } while (take(','));
    take('\r');
    if (!text_.empty() && !take('\n')) {
      problems_.add(line_, "text behind a closing quote");
      text_.remove_prefix(std::min(text_.find('\n'), text_.size()));
    }
    return record;
  }

 private:
  bool take(char wanted) {
    if (!text_.starts_with(wanted)) return false;
    text_.remove_prefix(1);
    line_ += wanted == '\n' ? 1 : 0;
    return true;
  }

  std::string plain() {
    const std::size_t size = std::min(text_.find_first_of(",\r\n"), text_.size());
    std::string cell(text_.substr(0, size));
    text_.remove_prefix(size);
    return cell;
  }

  std::string quoted() {
    const std::size_t begin = line_;
    std::string cell;
    while (!text_.empty()) {
      const char c = text_.front();
      take(c);
      if (c == '"' && !take('"')) return cell;
      cell += c;
    }
    problems_.add(begin, "a quote is not closed");
    return cell;
  }

  std::string_view text_;
  ManifestProblems& problems_;
  std::size_t line_ = 1;
};

void check_columns(const Record& head, ManifestProblems& problems) {
  for (const std::string& column : head.cells) {
    if (!is_manifest_column(column)) problems.add(head.line, "there is no column '" + column + "'");
    if (std::ranges::count(head.cells, column) > 1) {
      problems.add(head.line, "column '" + column + "' is there twice");
    }
  }
}

}  // namespace

std::vector<ManifestRow> read_csv_rows(std::string_view text, ManifestProblems& problems) {
  CsvReader reader(text, problems);
  const std::optional<Record> head = reader.next();
  if (!head) {
    problems.add(1, "a head line with the names of the columns is missing");
    return {};
  }
  check_columns(*head, problems);
  std::vector<ManifestRow> rows;
  while (const auto record = reader.next()) {
    if (record->cells.size() != head->cells.size()) {
      problems.add(record->line, std::to_string(record->cells.size()) + " values for " +
                                     std::to_string(head->cells.size()) + " columns");
      continue;
    }
    ManifestRow& row = rows.emplace_back(ManifestRow{record->line, {}});
    for (std::size_t i = 0; i < record->cells.size(); ++i) {
      if (!record->cells[i].empty()) row.cells.emplace_back(head->cells[i], record->cells[i]);
    }
  }
  return rows;
}

}  // namespace claimlint::review
