// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "claimlint/lexicons.hpp"
#include "claimlint/report.hpp"
#include "json_writer.hpp"

namespace claimlint::output {

/// The rules that the results of a SARIF run are of, with their help.
class SarifRules {
 public:
  /// Null knows of a rule what its claims say.
  explicit SarifRules(const Lexicons* lexicons) : lexicons_(lexicons) {}

  /// Those of results as sarif_results() wrote them: of a report out of a store they tell more than
  /// the report does.
  void add(std::string_view results);

  /// `rules`, an array of reportingDescriptor objects, by id.
  void write(JsonWriter& json) const;

 private:
  /// What is known of a rule from the first of its results.
  struct Seen {
    std::string type;
    std::string message;
    std::string level;
  };

  const Lexicons* lexicons_;
  std::map<std::string, Seen> rules_;
};

/// "error", "warning", "note", "none".
std::string_view sarif_level(Severity severity);

/// A `{"text":...}` member; SARIF gives a meaning of its own to braces and links in messages.
void write_sarif_message(JsonWriter& json, std::string_view key, std::string_view text);

}  // namespace claimlint::output
