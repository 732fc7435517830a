// SPDX-License-Identifier: Apache-2.0
#include "findings.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "claims/fillers.hpp"

namespace claimlint::judge {
namespace {

using claims::Observations;
using lexicon::FindingRule;

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool counts(const Judgement& judgement) {
  return judgement.unsupported && !judgement.candidate.rejection;
}

/// Names one of `beside`, in the sentence or the heading above.
bool is_beside(const Observations& seen, std::uint32_t sentence,
               const std::vector<std::string>& beside) {
  const auto names_one = [&](std::uint32_t where) {
    return std::any_of(beside.begin(), beside.end(), [&](const std::string& name) {
      return !claims::fillers_in(seen, where, name).empty();
    });
  };
  if (beside.empty() || names_one(sentence)) return true;
  const std::vector<std::uint32_t> above = claims::heading_sentences(seen, sentence);
  return std::any_of(above.begin(), above.end(), names_one);
}

/// The first claim that calls for what a rule asks for; nothing where there are too few.
const Judgement* first_call(const Observations& seen, const std::vector<Judgement>& judgements,
                            const FindingRule& rule) {
  const Judgement* first = nullptr;
  std::set<std::uint32_t> sentences;
  for (const Judgement& judgement : judgements) {
    const claims::Candidate& candidate = judgement.candidate;
    if (!counts(judgement) || sentences.contains(candidate.sentence)) continue;
    if (!holds(rule.claims, rule_of(seen, candidate).type)) continue;
    if (!is_beside(seen, candidate.sentence, rule.beside)) continue;
    if (!first) first = &judgement;
    sentences.insert(candidate.sentence);
  }
  return sentences.size() >= rule.at_least ? first : nullptr;
}

/// The cue classes that a document says something of.
class Said {
 public:
  Said(const Observations& seen, const std::vector<Judgement>& judgements)
      : roles_(seen.lexicons.roles()), any_(roles_.size()), plainly_(roles_.size()) {
    auto judgement = judgements.begin();
    for (std::uint32_t i = 0; i < seen.tags.size(); ++i) {
      std::vector<Span> claims;
      for (; judgement != judgements.end() && judgement->candidate.sentence == i; ++judgement) {
        if (is_in_words(seen, *judgement)) claims.push_back(judgement->candidate.folded);
      }
      add(seen, i, claims);
    }
  }

  [[nodiscard]] bool any(const std::string& cue_class) const { return holds(any_, cue_class); }
  /// Apart from what is claimed.
  [[nodiscard]] bool plainly(const std::string& cue_class) const {
    return holds(plainly_, cue_class);
  }

 private:
  [[nodiscard]] bool holds(const std::vector<bool>& roles, const std::string& name) const {
    const std::uint32_t role = roles_.find(name);
    return role != text::kNone && roles[role];
  }

  /// A claim by words of its own, not by who speaks.
  static bool is_in_words(const Observations& seen, const Judgement& judgement) {
    return counts(judgement) && !rule_of(seen, judgement.candidate).pattern.empty();
  }

  void add(const Observations& seen, std::uint32_t sentence, const std::vector<Span>& claims) {
    for (const tag::CueHit& hit : seen.tags[sentence].cues) {
      const std::uint32_t role = seen.lexicons.model().cues[hit.cue].role;
      any_[role] = true;
      const bool is_claimed = std::any_of(claims.begin(), claims.end(),
                                          [&](Span claim) { return claim.overlaps(hit.folded); });
      if (!is_claimed) plainly_[role] = true;
    }
  }

  const lexicon::Roles& roles_;
  std::vector<bool> any_;      ///< by role
  std::vector<bool> plainly_;  ///< by role
};

bool is_missing(const FindingRule& rule, const Said& said) {
  const auto is_there = [&](const std::string& name) { return said.any(name); };
  const auto is_plain = [&](const std::string& name) { return said.plainly(name); };
  return std::all_of(rule.with.begin(), rule.with.end(), is_there) &&
         std::none_of(rule.unless.begin(), rule.unless.end(), is_plain);
}

std::vector<BasisReference> basis_of(const Observations& seen, const FindingRule& rule,
                                     const std::vector<std::string>& selected) {
  std::vector<BasisReference> basis;
  for (const std::string& id : rule.basis) {
    const Provision& provision = seen.lexicons.provision(id);
    if (!selected.empty() && !holds(selected, provision.jurisdiction)) continue;
    basis.push_back({provision.id, provision.jurisdiction, Outcome::applies});
  }
  return basis;
}

}  // namespace

std::vector<FoundFinding> find_findings(const Observations& seen,
                                        const std::vector<Judgement>& judgements,
                                        const std::vector<std::string>& selected) {
  const std::vector<FindingRule>& rules = seen.lexicons.model().findings;
  std::optional<Said> said;
  std::set<std::string_view> types;
  std::vector<FoundFinding> found;
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    const FindingRule& rule = rules[i];
    FoundFinding finding{i, {}, basis_of(seen, rule, selected)};
    if (types.contains(rule.type) || (finding.basis.empty() && !rule.basis.empty())) continue;
    const Judgement* call = first_call(seen, judgements, rule);
    if (!call) continue;
    if (!said) said.emplace(seen, judgements);
    if (!is_missing(rule, *said)) continue;
    finding.folded = call->candidate.folded;
    types.insert(rule.type);
    found.push_back(std::move(finding));
  }
  return found;
}

}  // namespace claimlint::judge
