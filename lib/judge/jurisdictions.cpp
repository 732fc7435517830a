// SPDX-License-Identifier: Apache-2.0
#include "jurisdictions.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "claims/fillers.hpp"
#include "names.hpp"
#include "subject.hpp"

namespace claimlint::judge {
namespace {

using claims::Candidate;
using claims::Observations;
using lexicon::Accepted;
using lexicon::Rule;
using lexicon::Stricter;

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_selected(const std::vector<std::string>& selected, const std::string& jurisdiction) {
  return selected.empty() || holds(selected, jurisdiction);
}

std::set<std::string_view> jurisdictions_of(const Observations& seen,
                                            const std::vector<std::string>& selected) {
  if (!selected.empty()) return {selected.begin(), selected.end()};
  std::set<std::string_view> all;
  for (const Provision& provision : seen.lexicons.model().provisions) {
    all.insert(provision.jurisdiction);
  }
  return all;
}

bool are_all_named(const std::vector<std::string>& names,
                   const std::vector<std::string>& subjects) {
  return std::all_of(subjects.begin(), subjects.end(),
                     [&](const std::string& subject) { return is_named(names, subject); });
}

/// The entry speaks of everything that is offered and of every condition.
bool covers(const Observations& seen, const Candidate& candidate, const Accepted& entry) {
  if (!holds(entry.types, rule_of(seen, candidate).type)) return false;
  const auto conditions = subjects_of(seen, candidate, MentionKind::condition);
  auto offered = subjects_of(seen, candidate, MentionKind::treatment);
  if (offered.empty()) offered = subjects_of(seen, candidate, MentionKind::provider);
  if (conditions.empty() || offered.empty()) return false;
  return are_all_named(entry.condition, conditions) && are_all_named(entry.treatment, offered);
}

bool accepts(const Observations& seen, const Candidate& candidate, const Accepted& entry) {
  if (!covers(seen, candidate, entry)) return false;
  const auto is_there = [&](const std::string& cue_class) {
    return !claims::fillers_in(seen, candidate.sentence, cue_class).empty();
  };
  return std::all_of(entry.with.begin(), entry.with.end(), is_there) &&
         std::none_of(entry.unless.begin(), entry.unless.end(), is_there);
}

bool speaks_of(const Observations& seen, const Candidate& candidate, const Stricter& entry) {
  if (!holds(entry.types, rule_of(seen, candidate).type)) return false;
  if (entry.treatment.empty()) return true;
  const auto offered = subjects_of(seen, candidate, MentionKind::treatment);
  return std::any_of(offered.begin(), offered.end(), [&](const std::string& subject) {
    return is_named(entry.treatment, subject);
  });
}

void add_basis(const Provision& provision, Judgement& judgement) {
  const auto is_it = [&](const BasisReference& entry) { return entry.id == provision.id; };
  if (std::any_of(judgement.basis.begin(), judgement.basis.end(), is_it)) return;
  judgement.basis.push_back({provision.id, provision.jurisdiction, Outcome::applies});
}

}  // namespace

std::vector<BasisReference> basis_of(const Observations& seen, const Candidate& candidate,
                                     const std::vector<std::string>& selected) {
  const Rule& rule = rule_of(seen, candidate);
  const auto& ids = rule.basis ? *rule.basis : seen.lexicons.type_of(rule).basis;
  std::vector<BasisReference> basis;
  for (const std::string& id : ids) {
    const Provision& provision = seen.lexicons.provision(id);
    if (!is_selected(selected, provision.jurisdiction)) continue;
    basis.push_back({provision.id, provision.jurisdiction, Outcome::applies});
  }
  return basis;
}

bool holds_in(const std::vector<std::string>& selected, const Rule& rule) {
  return rule.jurisdictions.empty() ||
         std::any_of(rule.jurisdictions.begin(), rule.jurisdictions.end(),
                     [&](const std::string& own) { return is_selected(selected, own); });
}

void accept_by_lists(const Observations& seen, const std::vector<std::string>& selected,
                     Judgement& judgement) {
  if (!judgement.unsupported || !judgement.vulnerable.empty()) return;
  const std::vector<Accepted>& lists = seen.lexicons.model().accepted;
  if (std::none_of(lists.begin(), lists.end(), [&](const Accepted& entry) {
        return accepts(seen, judgement.candidate, entry);
      })) {
    return;
  }
  std::set<std::string_view> open = jurisdictions_of(seen, selected);
  for (const Accepted& entry : lists) {
    const Provision& list = seen.lexicons.provision(entry.provision);
    if (!open.contains(list.jurisdiction)) continue;
    if (!accepts(seen, judgement.candidate, entry)) continue;
    std::erase_if(judgement.basis, [&](const BasisReference& other) {
      return other.jurisdiction == list.jurisdiction;
    });
    judgement.basis.push_back({list.id, list.jurisdiction, Outcome::accepted});
    open.erase(list.jurisdiction);
  }
  const bool contradicted = judgement.support.status == SupportStatus::contradicted;
  judgement.unsupported = contradicted || !open.empty();
}

void add_stricter(const Observations& seen, const std::vector<std::string>& selected,
                  Judgement& judgement) {
  for (const Stricter& entry : seen.lexicons.model().stricter) {
    const Provision& provision = seen.lexicons.provision(entry.provision);
    if (!is_selected(selected, provision.jurisdiction)) continue;
    if (!speaks_of(seen, judgement.candidate, entry)) continue;
    add_basis(provision, judgement);
    if (!selected.empty()) judgement.forbidden.push_back(entry.reason);
  }
}

}  // namespace claimlint::judge
