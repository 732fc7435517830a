// SPDX-License-Identifier: Apache-2.0
#include "demands.hpp"

#include <algorithm>
#include <numeric>

namespace claimlint::claims {
namespace {

using lexicon::RoleDemand;
using lexicon::Side;

bool is_beside(const RoleDemand& demand, const Candidate& candidate, const Filler& filler) {
  if (filler.folded.overlaps(candidate.folded)) return false;
  const bool is_before = filler.folded.begin < candidate.folded.begin;
  return demand.side == Side::near || is_before == (demand.side == Side::before);
}

/// What can fill a demand, the nearest first; of two as near the later, since in "X helps Y" that
/// is what a demand on either side is mostly about.
std::vector<Filler> options_for(const Observations& seen, const Candidate& candidate,
                                const RoleDemand& demand) {
  std::vector<Filler> options;
  if (demand.reach == RoleDemand::Reach::heading) {
    for (const std::uint32_t sentence : heading_sentences(seen, candidate.sentence)) {
      const std::vector<Filler> found = fillers_in(seen, sentence, demand.roles);
      options.insert(options.end(), found.begin(), found.end());
    }
    return options;
  }
  const bool is_bound = demand.reach == RoleDemand::Reach::tokens;
  const std::uint32_t reach = is_bound ? demand.tokens : kFarApart;
  for (const Filler& filler : fillers_near(seen, candidate, demand.roles, reach)) {
    if (is_beside(demand, candidate, filler)) options.push_back(filler);
  }
  std::stable_sort(options.begin(), options.end(), [&](const Filler& a, const Filler& b) {
    const std::uint32_t to_a = words_between(a.tokens, candidate.tokens);
    const std::uint32_t to_b = words_between(b.tokens, candidate.tokens);
    return to_a != to_b ? to_a < to_b : a.folded > b.folded;
  });
  return options;
}

std::string name_of(const RoleDemand& demand) {
  std::string name;
  for (const std::string& role : demand.any_of) name += (name.empty() ? "" : "|") + role;
  return name;
}

void note_missing(const lexicon::Rule& rule, DemandMatch& match) {
  for (std::size_t i = 0; i < match.fillers.size() && !match.missing; ++i) {
    if (!match.fillers[i]) match.missing = name_of(rule.demands[i]);
  }
}

/// Gives every demand words of its own. The demand with the fewest options chooses first, so that
/// going back is rare.
class Assignment {
 public:
  explicit Assignment(std::vector<std::vector<Filler>> options)
      : options_(std::move(options)), chosen_(options_.size()), order_(options_.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return options_[a].size() < options_[b].size();
    });
  }

  std::vector<std::optional<Filler>> solve() {
    if (!fill_all(0)) fill_some();
    return chosen_;
  }

 private:
  bool taken(const Filler& filler) const {
    return std::any_of(chosen_.begin(), chosen_.end(), [&](const std::optional<Filler>& other) {
      return other && other->folded.overlaps(filler.folded);
    });
  }

  bool fill_all(std::size_t position) {
    if (position == order_.size()) return true;
    const std::size_t demand = order_[position];
    for (const Filler& option : options_[demand]) {
      if (taken(option)) continue;
      chosen_[demand] = option;
      if (fill_all(position + 1)) return true;
      chosen_[demand].reset();
    }
    return false;
  }

  void fill_some() {
    for (std::size_t demand = 0; demand < options_.size(); ++demand) {
      const auto free = std::find_if(options_[demand].begin(), options_[demand].end(),
                                     [&](const Filler& option) { return !taken(option); });
      if (free != options_[demand].end()) chosen_[demand] = *free;
    }
  }

  std::vector<std::vector<Filler>> options_;
  std::vector<std::optional<Filler>> chosen_;
  std::vector<std::size_t> order_;
};

}  // namespace

DemandMatch match_demands(const Observations& seen, const Candidate& candidate) {
  const lexicon::Rule& rule = rule_of(seen, candidate);
  std::vector<std::vector<Filler>> options;
  for (const RoleDemand& demand : rule.demands) {
    options.push_back(options_for(seen, candidate, demand));
  }
  DemandMatch match{Assignment(std::move(options)).solve(), std::nullopt};
  note_missing(rule, match);
  return match;
}

DemandMatch match_item(const Observations& seen, const lexicon::Rule& rule, std::uint32_t item,
                       const DemandMatch& above) {
  std::vector<std::vector<Filler>> options;
  for (const RoleDemand& demand : rule.demands) {
    options.push_back(fillers_in(seen, item, demand.roles));
  }
  DemandMatch match{Assignment(std::move(options)).solve(), std::nullopt};
  const bool any = std::any_of(match.fillers.begin(), match.fillers.end(),
                               [](const std::optional<Filler>& filler) { return filler; });
  if (any) {
    for (std::size_t i = 0; i < match.fillers.size(); ++i) {
      if (!match.fillers[i]) match.fillers[i] = above.fillers[i];
    }
  }
  note_missing(rule, match);
  return match;
}

}  // namespace claimlint::claims
