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

bool is_used(const std::vector<Role>& roles, std::uint32_t sentence, Span folded) {
  return std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
    return role.sentence == sentence && role.folded.overlaps(folded);
  });
}

enum class Where { anywhere, before, after };

/// What stands around a candidate in its sentence.
class Surroundings {
 public:
  Surroundings(const Observations& seen, const Candidate& candidate) : candidate_(candidate) {
    near_.reserve(seen.tags[candidate.sentence].fillers.size());
    visit_near(seen, candidate, kFarApart, [&](const tag::Filler& filler) {
      near_.push_back({&filler, words_between(filler.tokens, candidate.tokens)});
    });
  }

  /// What fills one of the roles nearest to the candidate; of several as near the first.
  [[nodiscard]] std::optional<Filler> nearest(std::span<const std::uint32_t> roles, Where where,
                                              const std::vector<Role>& used) const {
    const Near* best = nullptr;
    for (const Near& near : near_) {
      if (std::find(roles.begin(), roles.end(), near.filler->role) == roles.end()) continue;
      const Span folded = near.filler->folded;
      const bool is_before = folded.begin < candidate_.folded.begin;
      if (where != Where::anywhere && is_before != (where == Where::before)) continue;
      if (best && near.words >= best->words) continue;
      if (!is_used(used, candidate_.sentence, folded)) best = &near;
    }
    return as_filler(best);
  }
  [[nodiscard]] std::optional<Filler> nearest(MentionKind kind, Where where,
                                              const std::vector<Role>& used) const {
    const std::uint32_t role = lexicon::Roles::of(kind);
    return nearest(std::span(&role, 1), where, used);
  }

  /// The nearest, used or not; of several as near the longest.
  [[nodiscard]] std::optional<Filler> nearest_longest(std::uint32_t role) const {
    const Near* best = nullptr;
    for (const Near& near : near_) {
      if (near.filler->role == role && (!best || goes_before(near, *best))) best = &near;
    }
    return as_filler(best);
  }

 private:
  struct Near {
    const tag::Filler* filler;
    std::uint32_t words;  ///< between it and the candidate
  };

  static bool goes_before(const Near& a, const Near& b) {
    return std::tuple(a.words, b.filler->folded.size()) <
           std::tuple(b.words, a.filler->folded.size());
  }

  [[nodiscard]] std::optional<Filler> as_filler(const Near* near) const {
    if (!near) return std::nullopt;
    return Filler{*near->filler, candidate_.sentence};
  }

  const Candidate& candidate_;
  std::vector<Near> near_;  ///< by place
};

/// In "X causes Y" the cause comes first, which may be a condition as well; where the rule asks for
/// a condition and for nothing else of the body before its trigger ("Y is caused by X"), it comes
/// after.
bool names_condition_first(const lexicon::Rule& rule) {
  const auto asks_for = [](const auto& demand, std::string_view role) {
    return std::find(demand.any_of.begin(), demand.any_of.end(), role) != demand.any_of.end();
  };
  return std::any_of(rule.demands.begin(), rule.demands.end(), [&](const auto& demand) {
    return demand.side == lexicon::Side::before && asks_for(demand, "condition") &&
           !asks_for(demand, "anatomy");
  });
}

std::vector<Role> causal_roles(const Observations& seen, const Candidate& candidate,
                               const Surroundings& around) {
  const lexicon::Rule& rule = rule_of(seen, candidate);
  std::vector<Role> roles;
  if (!rule.type.starts_with("cause.")) return roles;
  const bool flipped = names_condition_first(rule);
  const auto cause = around.nearest(kCauses, flipped ? Where::after : Where::before, roles);
  if (cause) {
    roles.push_back(role_of(seen, *cause));
    roles.back().name = "cause";
  }
  const auto condition =
      around.nearest(MentionKind::condition, flipped ? Where::before : Where::after, roles);
  if (condition) roles.push_back(role_of(seen, *condition));
  return roles;
}

void add_demanded(const Observations& seen, const DemandMatch& match, std::vector<Role>& roles) {
  for (const std::optional<Filler>& filler : match.fillers) {
    if (filler && !is_used(roles, filler->sentence, filler->folded))
      roles.push_back(role_of(seen, *filler));
  }
}

void add_nearest(const Observations& seen, const Surroundings& around, std::vector<Role>& roles) {
  for (const MentionKind kind : kAlwaysNamed) {
    if (has_role(roles, to_string(kind))) continue;
    const auto filler = around.nearest(kind, Where::anywhere, roles);
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
void add_extent(const Observations& seen, const Surroundings& around, std::vector<Role>& roles) {
  for (const std::string_view name : kExtent) {
    if (has_role(roles, name)) continue;
    const auto found = around.nearest_longest(seen.lexicons.roles().find(name));
    if (!found) continue;
    roles.push_back(role_of(seen, *found));
    roles.back().cue = found->cue;
  }
}

}  // namespace

std::vector<Role> frame_of(const Observations& seen, const Candidate& candidate,
                           const DemandMatch& match) {
  const Surroundings around(seen, candidate);
  std::vector<Role> roles = causal_roles(seen, candidate, around);
  add_demanded(seen, match, roles);
  add_nearest(seen, around, roles);
  add_inherited(seen, candidate, roles);
  add_effect(seen, candidate, roles);
  add_extent(seen, around, roles);
  return roles;
}

}  // namespace claimlint::claims
