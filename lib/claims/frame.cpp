// SPDX-License-Identifier: Apache-2.0
#include "frame.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <tuple>

#include "fillers.hpp"

namespace claimlint::claims {
namespace {

constexpr std::array<MentionKind, 5> kAlwaysNamed = {MentionKind::treatment, MentionKind::condition,
                                                     MentionKind::anatomy, MentionKind::quantity,
                                                     MentionKind::provider};
// Classes of words that say how much, for how long and for whom.
constexpr std::array<std::string_view, 3> kExtent = {"strength", "durability", "population"};
constexpr std::array<std::uint32_t, 3> kCauses = {lexicon::Roles::of(MentionKind::condition),
                                                  lexicon::Roles::of(MentionKind::anatomy),
                                                  lexicon::Roles::of(MentionKind::treatment)};
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

/// What fills one of the roles nearest to the candidate; of several as near the first.
std::optional<Filler> nearest(const Observations& seen, const Candidate& candidate,
                              std::span<const std::uint32_t> roles, Where where,
                              const std::vector<Role>& used) {
  std::optional<Filler> best;
  std::uint32_t least = text::kNone;
  visit_near(seen, candidate, kFarApart, [&](const tag::Filler& filler) {
    if (std::find(roles.begin(), roles.end(), filler.role) == roles.end()) return;
    const bool is_before = filler.folded.begin < candidate.folded.begin;
    if ((where == Where::before && !is_before) || (where == Where::after && is_before)) return;
    const std::uint32_t words = words_between(filler.tokens, candidate.tokens);
    const Filler found{filler, candidate.sentence};
    if (words >= least || is_used(used, found)) return;
    best = found;
    least = words;
  });
  return best;
}

std::optional<Filler> nearest(const Observations& seen, const Candidate& candidate,
                              MentionKind kind, Where where, const std::vector<Role>& used) {
  const std::uint32_t role = lexicon::Roles::of(kind);
  return nearest(seen, candidate, std::span(&role, 1), where, used);
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
  const auto cause =
      nearest(seen, candidate, kCauses, flipped ? Where::after : Where::before, roles);
  if (cause) {
    roles.push_back(role_of(seen, *cause));
    roles.back().name = "cause";
  }
  const auto condition = nearest(seen, candidate, MentionKind::condition,
                                 flipped ? Where::before : Where::after, roles);
  if (condition) roles.push_back(role_of(seen, *condition));
  return roles;
}

void add_demanded(const Observations& seen, const DemandMatch& match, std::vector<Role>& roles) {
  for (const std::optional<Filler>& filler : match.fillers) {
    if (filler && !is_used(roles, *filler)) roles.push_back(role_of(seen, *filler));
  }
}

void add_nearest(const Observations& seen, const Candidate& candidate, std::vector<Role>& roles) {
  for (const MentionKind kind : kAlwaysNamed) {
    if (has_role(roles, to_string(kind))) continue;
    const auto filler = nearest(seen, candidate, kind, Where::anywhere, roles);
    if (filler) roles.push_back(role_of(seen, *filler));
  }
}

void add_inherited(const Observations& seen, const Candidate& candidate, std::vector<Role>& roles) {
  for (const std::string_view name : kInherited) {
    for (const std::uint32_t sentence : heading_sentences(seen, candidate.sentence)) {
      if (has_role(roles, name)) break;
      const std::vector<Filler> found = fillers_in(seen, sentence, name);
      if (!found.empty()) roles.push_back(role_of(seen, found.front()));
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
    const std::vector<Filler> found = fillers_near(seen, candidate, name);
    const auto goes_before = [&](const Filler& a, const Filler& b) {
      return std::tuple(words_between(a.tokens, candidate.tokens), b.folded.size()) <
             std::tuple(words_between(b.tokens, candidate.tokens), a.folded.size());
    };
    const auto best = std::min_element(found.begin(), found.end(), goes_before);
    if (best == found.end()) continue;
    roles.push_back(role_of(seen, *best));
    roles.back().cue = best->cue;
  }
}

}  // namespace

std::vector<Role> frame_of(const Observations& seen, const Candidate& candidate,
                           const DemandMatch& match) {
  std::vector<Role> roles = causal_roles(seen, candidate);
  add_demanded(seen, match, roles);
  add_nearest(seen, candidate, roles);
  add_inherited(seen, candidate, roles);
  add_effect(seen, candidate, roles);
  add_extent(seen, candidate, roles);
  return roles;
}

}  // namespace claimlint::claims
