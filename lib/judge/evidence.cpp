// SPDX-License-Identifier: Apache-2.0
#include "evidence.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "subject.hpp"

namespace claimlint::judge {
namespace {

using lexicon::Evidence;

bool is_plural_of(std::string_view plural, std::string_view name) {
  return plural.starts_with(name) &&
         (plural.substr(name.size()) == "s" || plural.substr(name.size()) == "es");
}

/// The subjects that a row names.
std::vector<std::string> named_by(const std::vector<std::string>& names,
                                  const std::vector<std::string>& subjects) {
  std::vector<std::string> found;
  for (const std::string& subject : subjects) {
    if (std::any_of(names.begin(), names.end(), [&](const std::string& name) {
          return subject == name || is_plural_of(subject, name) || is_plural_of(name, subject);
        })) {
      found.push_back(subject);
    }
  }
  return found;
}

bool contradicts(const Evidence& row) {
  return row.verdict == "no_benefit" || row.verdict == "harmful";
}

/// A row without a population speaks of adults at large, and so of no vulnerable group.
bool speaks_of(const Evidence& row, const std::vector<std::string>& vulnerable) {
  return std::all_of(vulnerable.begin(), vulnerable.end(), [&](const std::string& group) {
    return row.population.find(group) != std::string::npos;
  });
}

bool clears(const Evidence& row, const std::vector<std::string>& vulnerable) {
  return row.verdict == "supported" && (row.certainty == "high" || row.certainty == "moderate") &&
         speaks_of(row, vulnerable);
}

SupportSource source_of(const Evidence& row) {
  SupportSource source;
  source.kind = "evidence_table";
  source.name = row.title;
  if (!row.organisation.empty()) source.name += ", " + row.organisation;
  if (row.year) source.name += " (" + std::to_string(*row.year) + ")";
  source.id = row.id;
  source.url = row.url;
  source.verdict = row.verdict;
  source.certainty = row.certainty;
  return source;
}

}  // namespace

EvidenceFound look_up_evidence(const claims::Observations& seen, const claims::Candidate& candidate,
                               const std::vector<std::string>& vulnerable) {
  const auto treatments = subjects_of(seen, candidate, MentionKind::treatment);
  const auto conditions = subjects_of(seen, candidate, MentionKind::condition);
  EvidenceFound found;
  if (treatments.empty() || conditions.empty()) return found;
  std::set<std::string> cleared;
  for (const Evidence& row : seen.lexicons.model().evidence) {
    const auto with = named_by(row.treatment, treatments);
    const auto against = named_by(row.condition, conditions);
    if (with.empty() || against.empty()) continue;
    found.sources.push_back(source_of(row));
    found.contradicted = found.contradicted || contradicts(row);
    if (!clears(row, vulnerable)) continue;
    cleared.insert(with.begin(), with.end());
    cleared.insert(against.begin(), against.end());
  }
  const auto is_cleared = [&](const std::string& name) { return cleared.contains(name); };
  found.supported = std::all_of(treatments.begin(), treatments.end(), is_cleared) &&
                    std::all_of(conditions.begin(), conditions.end(), is_cleared);
  return found;
}

}  // namespace claimlint::judge
