// SPDX-License-Identifier: Apache-2.0
#include "frame.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

#include "fillers.hpp"

namespace claimlint::claims {
namespace {

constexpr std::array<std::string_view, 5> kAlwaysNamed = {"treatment", "condition", "anatomy",
                                                          "quantity", "provider"};
// Classes of words that say how much, for how long and for whom.
constexpr std::array<std::string_view, 3> kExtent = {"strength", "durability", "population"};
constexpr std::array<std::string_view, 2> kInherited = {"treatment", "condition"};

bool has_role(const std::vector<Role>& roles, std::string_view name) {
  return std::any_of(roles.begin(), roles.end(),
                     [&](const Role& role) { return role.name == name; });
}

bool is_used(const std::vector<Role>& roles, const Filler& filler) {
  return std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
    return role.sentence == filler.sentence && role.folded.overlaps(filler.folded);
  });
}

enum class Where { anywhere, before, after };

std::optional<Filler> nearest(const Candidate& candidate, const std::vector<Filler>& fillers,
                              Where where, const std::vector<Role>& used) {
  std::optional<Filler> best;
  for (const Filler& filler : fillers) {
    const bool is_before = filler.folded.begin < candidate.folded.begin;
    if ((where == Where::before && !is_before) || (where == Where::after && is_before)) continue;
    if (is_used(used, filler)) continue;
    if (!best || words_between(filler.tokens, candidate.tokens) <
                     words_between(best->tokens, candidate.tokens)) {
      best = filler;
    }
  }
  return best;
}

/// In "X causes Y" the cause comes first; where the rule asks for the condition before its trigger
/// ("Y is caused by X"), it comes after.
bool names_condition_first(const lexicon::Rule& rule) {
  return std::any_of(rule.demands.begin(), rule.demands.end(), [](const auto& demand) {
    return demand.side == lexicon::Side::before &&
           std::find(demand.any_of.begin(), demand.any_of.end(), "condition") !=
               demand.any_of.end();
  });
}

std::vector<Role> causal_roles(const Observations& seen, const Candidate& candidate) {
  const lexicon::Rule& rule = rule_of(seen, candidate);
  std::vector<Role> roles;
  if (!rule.type.starts_with("cause.")) return roles;
  const bool flipped = names_condition_first(rule);
  const std::vector<std::string> causes = {"condition", "anatomy", "treatment"};
  const auto cause = nearest(candidate, fillers_in(seen, candidate.sentence, causes),
                             flipped ? Where::after : Where::before, roles);
  if (cause) {
    roles.push_back(role_of(*cause));
    roles.back().name = "cause";
  }
  const auto condition = nearest(candidate, fillers_in(seen, candidate.sentence, "condition"),
                                 flipped ? Where::before : Where::after, roles);
  if (condition) roles.push_back(role_of(*condition));
  return roles;
}

void add_demanded(const DemandMatch& match, std::vector<Role>& roles) {
  for (const std::optional<Filler>& filler : match.fillers) {
    if (filler && !is_used(roles, *filler)) roles.push_back(role_of(*filler));
  }
}

void add_nearest(const Observations& seen, const Candidate& candidate, std::vector<Role>& roles) {
  for (const std::string_view name : kAlwaysNamed) {
    if (has_role(roles, name)) continue;
    const auto filler =
        nearest(candidate, fillers_in(seen, candidate.sentence, name), Where::anywhere, roles);
    if (filler) roles.push_back(role_of(*filler));
  }
}

void add_inherited(const Observations& seen, const Candidate& candidate, std::vector<Role>& roles) {
  for (const std::string_view name : kInherited) {
    for (const std::uint32_t sentence : heading_sentences(seen, candidate.sentence)) {
      if (has_role(roles, name)) break;
      const std::vector<Filler> found = fillers_in(seen, sentence, name);
      if (!found.empty()) roles.push_back(role_of(found.front()));
    }
  }
}

/// What an efficacy claim says happens is its trigger.
void add_effect(const Observations& seen, const Candidate& candidate, std::vector<Role>& roles) {
  const lexicon::Rule& rule = rule_of(seen, candidate);
  const bool is_whole = candidate.folded == seen.document.sentences[candidate.sentence].folded;
  if (!rule.type.starts_with("efficacy.") || is_whole || candidate.folded.empty()) return;
  roles.push_back({"effect", candidate.sentence, candidate.folded, text::kNone, text::kNone});
}

/// Such words may be part of other roles or of the trigger; of several the nearest counts, and of
/// those as near the longest, since "may help relieve" is weaker than "relieve".
void add_extent(const Observations& seen, const Candidate& candidate, std::vector<Role>& roles) {
  for (const std::string_view name : kExtent) {
    if (has_role(roles, name)) continue;
    const std::vector<Filler> found = fillers_in(seen, candidate.sentence, name);
    const auto goes_before = [&](const Filler& a, const Filler& b) {
      return std::tuple(words_between(a.tokens, candidate.tokens), b.folded.size()) <
             std::tuple(words_between(b.tokens, candidate.tokens), a.folded.size());
    };
    const auto best = std::min_element(found.begin(), found.end(), goes_before);
    if (best == found.end()) continue;
    roles.push_back(role_of(*best));
    roles.back().cue = best->cue;
  }
}

}  // namespace

std::vector<Role> frame_of(const Observations& seen, const Candidate& candidate,
                           const DemandMatch& match) {
  std::vector<Role> roles = causal_roles(seen, candidate);
  add_demanded(match, roles);
  add_nearest(seen, candidate, roles);
  add_inherited(seen, candidate, roles);
  add_effect(seen, candidate, roles);
  add_extent(seen, candidate, roles);
  return roles;
}

}  // namespace claimlint::claims
