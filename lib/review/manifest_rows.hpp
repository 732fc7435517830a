// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace claimlint::review {

/// A row of a manifest: columns that have a value, by name.
struct ManifestRow {
  std::size_t line = 0;
  std::vector<std::pair<std::string, std::string>> cells;
};

/// What is wrong in a manifest, each with its line.
class ManifestProblems {
 public:
  explicit ManifestProblems(std::string_view name) : name_(name) {}
  void add(std::size_t line, std::string_view message);
  /// Throws ManifestError where there is anything.
  void raise() const;

 private:
  std::string name_;
  std::string text_;
};

/// Tables as RFC 4180 has them, with a head line.
std::vector<ManifestRow> read_csv_rows(std::string_view text, ManifestProblems& problems);

/// JSON objects of texts, one a line.
std::vector<ManifestRow> read_json_rows(std::string_view text, ManifestProblems& problems);

/// Whether manifests have a column of this name.
bool is_manifest_column(std::string_view name);

}  // namespace claimlint::review
