// SPDX-License-Identifier: Apache-2.0
#include "claimlint/manifest.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "manifest_rows.hpp"
#include "text/decode.hpp"

namespace claimlint {
namespace review {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 6> kColumns = {"path",  "url",       "site",
                                                      "title", "retrieved", "language"};

void read_object(const json& object, std::size_t line, std::vector<ManifestRow>& rows,
                 ManifestProblems& problems) {
  if (!object.is_object()) return problems.add(line, "a line is one JSON object");
  ManifestRow& row = rows.emplace_back(ManifestRow{line, {}});
  for (const auto& [key, value] : object.items()) {
    if (!is_manifest_column(key)) {
      problems.add(line, "there is no column '" + key + "'");
    } else if (value.is_string()) {
      row.cells.emplace_back(key, value.get<std::string>());
    } else if (!value.is_null()) {
      problems.add(line, "'" + key + "' is no text");
    }
  }
}

ManifestEntry entry_of(const ManifestRow& row) {
  ManifestEntry entry{{}, std::nullopt, row.line};
  for (const auto& [column, value] : row.cells) {
    if (column == "url") entry.origin.url = value;
    if (column == "site") entry.origin.site = value;
    if (column == "title") entry.origin.title = value;
    if (column == "retrieved") entry.origin.retrieved = value;
    if (column == "language") entry.language = value;
  }
  return entry;
}

std::string path_of(const ManifestRow& row) {
  const auto path = std::ranges::find(
      row.cells, std::string("path"), [](const auto& cell) -> const auto& { return cell.first; });
  return path == row.cells.end() ? std::string() : path->second;
}

bool is_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

}  // namespace

void ManifestProblems::add(std::size_t line, std::string_view message) {
  if (!text_.empty()) text_ += '\n';
  text_.append(name_).append(":").append(std::to_string(line)).append(": ").append(message);
}

void ManifestProblems::raise() const {
  if (!text_.empty()) throw ManifestError(text_);
}

bool is_manifest_column(std::string_view name) {
  return std::ranges::find(kColumns, name) != kColumns.end();
}

std::vector<ManifestRow> read_json_rows(std::string_view text, ManifestProblems& problems) {
  std::vector<ManifestRow> rows;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view object = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (object.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const json parsed = json::parse(object, nullptr, false);
    if (parsed.is_discarded()) {
      problems.add(line, "no JSON");
    } else {
      read_object(parsed, line, rows, problems);
    }
  }
  return rows;
}

}  // namespace review

Manifest Manifest::read(std::string_view bytes, std::string_view name) {
  review::ManifestProblems problems(name);
  const text::Decoded decoded = text::decode(bytes);
  if (!decoded.replaced.empty()) {
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(decoded.replaced.front().begin);
    problems.add(1 + static_cast<std::size_t>(std::count(bytes.begin(), end, '\n')),
                 "bytes that are no " + decoded.encoding);
    problems.raise();
  }
  const auto rows = review::is_json(decoded.utf8) ? review::read_json_rows(decoded.utf8, problems)
                                                  : review::read_csv_rows(decoded.utf8, problems);
  Manifest manifest;
  for (const review::ManifestRow& row : rows) {
    const std::string path = review::path_of(row);
    const auto [at, is_new] = manifest.entries_.emplace(path, review::entry_of(row));
    if (path.empty()) {
      problems.add(row.line, "a path is missing");
    } else if (!is_new) {
      problems.add(row.line,
                   "'" + path + "' is in line " + std::to_string(at->second.line) + " too");
    }
  }
  problems.raise();
  return manifest;
}

const ManifestEntry* Manifest::find(std::string_view path) const {
  const auto found = entries_.find(path);
  return found == entries_.end() ? nullptr : &found->second;
}

void Manifest::describe(Source& source) const {
  const ManifestEntry* const entry = find(source.path);
  if (entry == nullptr) return;
  source.origin = entry->origin;
  source.language = entry->language;
}

}  // namespace claimlint
