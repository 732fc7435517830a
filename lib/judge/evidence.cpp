// SPDX-License-Identifier: Apache-2.0
#include "evidence.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "names.hpp"
#include "subject.hpp"

namespace claimlint::judge {
namespace {

using lexicon::Evidence;
using Rows = std::vector<const Evidence*>;

/// The name of a row that speaks of every condition.
constexpr std::string_view kAnyDisease = "any disease";

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

/// "chronic migraine" is a kind of "migraine".
bool is_kind_of(std::string_view name, std::string_view subject) {
  return name.size() > subject.size() && name.ends_with(subject) &&
         name[name.size() - subject.size() - 1] == ' ';
}

bool is_own_kind_of(const Evidence& row, std::string_view subject) {
  const std::string_view own = row.condition.front();
  return is_kind_of(own, subject) ||
         (subject.ends_with('s') && is_kind_of(own, subject.substr(0, subject.size() - 1)));
}

/// The rows about one treatment and one condition.
struct PairRows {
  Rows about;    ///< that name the condition; where there is none, all that name a kind of it
  Rows general;  ///< about any disease
  bool by_kind = false;
};

/// Names a symptom wherever it is ("pain"): its kinds are too many to stand for it.
bool is_general(const claims::Observations& seen, const claims::Candidate& candidate,
                std::string_view condition) {
  const auto& tags = seen.tags[candidate.sentence].tags;
  return std::any_of(tags.begin(), tags.end(), [&](const tag::Tag& tag) {
    if (tag.concept_index == text::kNone) return false;
    const lexicon::Concept& named = seen.lexicons.concepts()[tag.concept_index];
    return named.joins && named.target != Target::disease &&
           seen.document.folded_text(tag.folded) == condition;
  });
}

Rows rows_naming(const claims::Observations& seen, std::string_view treatment) {
  Rows rows;
  for (const Evidence& row : seen.lexicons.model().evidence) {
    if (is_named(row.treatment, treatment)) rows.push_back(&row);
  }
  return rows;
}

/// Of the rows about a treatment.
PairRows rows_for(const Rows& treatment, std::string_view condition, bool may_have_kinds) {
  PairRows rows;
  Rows kinds;
  for (const Evidence* row : treatment) {
    if (is_named(row->condition, condition)) {
      rows.about.push_back(row);
    } else if (row->condition.front() == kAnyDisease) {
      rows.general.push_back(row);
    } else if (may_have_kinds && is_own_kind_of(*row, condition)) {
      kinds.push_back(row);
    }
  }
  rows.by_kind = rows.about.empty() && !kinds.empty();
  if (rows.by_kind) rows.about = std::move(kinds);
  return rows;
}

bool supports(const PairRows& rows, const std::vector<std::string>& vulnerable) {
  const auto clearing = [&](const Evidence* row) { return clears(*row, vulnerable); };
  if (rows.about.empty()) return false;
  return rows.by_kind ? std::all_of(rows.about.begin(), rows.about.end(), clearing)
                      : std::any_of(rows.about.begin(), rows.about.end(), clearing);
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

/// A known harm is said beside the verdict on benefit, and decides nothing about it.
SupportSource harm_of(const Evidence& row) {
  SupportSource harm;
  harm.kind = "safety_note";
  harm.name = row.safety;
  return harm;
}

/// What rows say, each once.
class Findings {
 public:
  void add(const Rows& rows) {
    for (const Evidence* row : rows) {
      if (!seen_.insert(row).second) continue;
      found_.sources.push_back(source_of(*row));
      found_.no_benefit = found_.no_benefit || row->verdict == "no_benefit";
      found_.harmful = found_.harmful || row->verdict == "harmful";
      if (row->safety.empty()) continue;
      SupportSource harm = harm_of(*row);
      if (std::find(harms_.begin(), harms_.end(), harm) == harms_.end()) {
        harms_.push_back(std::move(harm));
      }
    }
  }

  EvidenceFound take() && {
    found_.sources.insert(found_.sources.end(), harms_.begin(), harms_.end());
    return std::move(found_);
  }

 private:
  EvidenceFound found_;
  std::set<const Evidence*> seen_;
  std::vector<SupportSource> harms_;
};

}  // namespace

EvidenceFound look_up_evidence(const claims::Observations& seen, const claims::Candidate& candidate,
                               const std::vector<std::string>& vulnerable) {
  const auto treatments = subjects_of(seen, candidate, MentionKind::treatment);
  const auto conditions = subjects_of(seen, candidate, MentionKind::condition);
  Findings findings;
  std::set<std::string_view> cleared;
  for (const std::string& treatment : treatments) {
    const Rows about_treatment = rows_naming(seen, treatment);
    if (about_treatment.empty()) continue;
    for (const std::string& condition : conditions) {
      const bool may_have_kinds = !is_general(seen, candidate, condition);
      const PairRows rows = rows_for(about_treatment, condition, may_have_kinds);
      findings.add(rows.about);
      findings.add(rows.general);
      if (supports(rows, vulnerable)) cleared.insert({treatment, condition});
    }
  }
  EvidenceFound found = std::move(findings).take();
  const auto is_cleared = [&](const std::string& name) { return cleared.contains(name); };
  found.supported = !cleared.empty() &&
                    std::all_of(treatments.begin(), treatments.end(), is_cleared) &&
                    std::all_of(conditions.begin(), conditions.end(), is_cleared);
  return found;
}

}  // namespace claimlint::judge
