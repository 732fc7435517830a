// SPDX-License-Identifier: Apache-2.0
#include "configuration.hpp"

#include <set>
#include <string>

#include "claimlint/decisions.hpp"
#include "text/digest.hpp"

namespace claimlint {

std::string configuration_of(const AuditOptions& options) {
  // All fields are named here, so that a new one cannot be forgotten. The text is kept for those
  // who write of it, and finds nothing.
  const auto& [jurisdictions, with_vetoed, assume_language, line_breaks, rules_only, with_text,
               decisions, baseline, inline_decisions, limits] = options;
  static_cast<void>(with_text);
  std::string key = "jurisdictions";
  for (const std::string& each : std::set<std::string>(jurisdictions.begin(), jurisdictions.end()))
    key += ' ' + each;
  key += "\nwith_vetoed " + std::to_string(static_cast<int>(with_vetoed));
  key += "\nassume_language " + assume_language.value_or("");
  key += "\nline_breaks " + std::to_string(static_cast<int>(line_breaks));
  key += "\nrules_only " + std::to_string(static_cast<int>(rules_only));
  key += "\ndecisions " + (decisions ? decisions->sha256() : "");
  key += "\nbaseline " + (baseline ? baseline->sha256() : "");
  key += "\ninline_decisions " + std::to_string(static_cast<int>(inline_decisions));
  const auto add_limit = [&](const char* name, const auto& limit) {
    if (limit) key += "\nmax_" + std::string(name) + ' ' + std::to_string(*limit);
  };
  add_limit("bytes", limits.bytes);
  add_limit("sentences", limits.sentences);
  if (limits.time) key += "\nmax_milliseconds " + std::to_string(limits.time->count());
  return text::sha256(key);
}

}  // namespace claimlint
