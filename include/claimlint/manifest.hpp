// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "claimlint/export.hpp"
#include "claimlint/source.hpp"

namespace claimlint {

/// A manifest is not what it should be. The message has all that is wrong, a line for each, with
/// name and line of the manifest.
class CLAIMLINT_EXPORT ManifestError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What is known of a document before it is read.
struct ManifestEntry {
  Origin origin;
  std::optional<std::string> language;  ///< ISO 639-1
  std::size_t line = 0;                 ///< in the manifest, 1-based
};

/// Says where documents come from: a table with the columns path, url, site, retrieved, title and
/// language, of which only path must be there, in CSV with a head line or as JSON objects, one a
/// line. Immutable.
class CLAIMLINT_EXPORT Manifest {
 public:
  /// Reads one given as its bytes; `name` is for messages. Throws ManifestError.
  static Manifest read(std::string_view bytes, std::string_view name);

  /// By the path of its report. Null where there is none.
  [[nodiscard]] const ManifestEntry* find(std::string_view path) const;

  /// By path.
  [[nodiscard]] const std::map<std::string, ManifestEntry, std::less<>>& entries() const {
    return entries_;
  }

  /// Tells a source what is known of it.
  void describe(Source& source) const;

 private:
  std::map<std::string, ManifestEntry, std::less<>> entries_;
};

}  // namespace claimlint
