// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

#include "claimlint/reviews.hpp"

namespace claimlint {
namespace {

constexpr std::array<std::string_view, 3> kStates = {"open", "accepted", "dismissed"};
constexpr std::size_t kDayLength = 10;  // of YYYY-MM-DD

/// Entries of one claim that decide something.
using Group = std::vector<const ReviewEntry*>;

std::vector<Group> by_claim(const std::vector<ReviewEntry>& decisions) {
  std::map<std::string_view, Group> groups;
  for (const ReviewEntry& entry : decisions) {
    if (entry.state != ReviewState::open) groups[entry.claim].push_back(&entry);
  }
  std::vector<Group> result;
  result.reserve(groups.size());
  for (auto& [claim, group] : groups) result.push_back(std::move(group));
  return result;
}

bool is_unanimous(const Group& group) {
  return std::all_of(group.begin(), group.end(), [&](const ReviewEntry* entry) {
    return entry->state == group.front()->state;
  });
}

/// What two reviewers said of the claims that both decided.
struct Table {
  std::size_t both = 0;
  std::size_t agreed = 0;
  std::size_t accepted_a = 0;
  std::size_t accepted_b = 0;

  void add(const ReviewEntry& a, const ReviewEntry& b) {
    ++both;
    agreed += a.state == b.state ? 1U : 0U;
    accepted_a += a.state == ReviewState::accepted ? 1U : 0U;
    accepted_b += b.state == ReviewState::accepted ? 1U : 0U;
  }

  [[nodiscard]] std::optional<double> kappa() const {
    const auto n = static_cast<double>(both);
    const double a = static_cast<double>(accepted_a) / n;
    const double b = static_cast<double>(accepted_b) / n;
    const double chance = a * b + (1 - a) * (1 - b);
    // Only where both said the same of every claim; exact, as both shares are then 0 or 1.
    if (chance >= 1) return std::nullopt;
    return (static_cast<double>(agreed) / n - chance) / (1 - chance);
  }
};

using Tables = std::map<std::pair<std::string_view, std::string_view>, Table>;

void add_pairs(Tables& tables, const Group& group) {
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t k = i + 1; k < group.size(); ++k) {
      const auto [a, b] = group[i]->reviewer < group[k]->reviewer ? std::pair(group[i], group[k])
                                                                  : std::pair(group[k], group[i]);
      tables[{a->reviewer, b->reviewer}].add(*a, *b);
    }
  }
}

RecordedDecision agreed(const Group& group) {
  const ReviewEntry& latest = **std::max_element(
      group.begin(), group.end(), [](const auto* a, const auto* b) { return a->time < b->time; });
  RecordedDecision decision;
  decision.claim = latest.claim;
  decision.action = latest.state == ReviewState::accepted ? "accept" : "dismiss";
  decision.reason = latest.reason;
  for (const ReviewEntry* entry : group) {
    decision.by.append(decision.by.empty() ? "" : ", ").append(entry->reviewer);
  }
  decision.at = latest.time.substr(0, kDayLength);
  if (!latest.type.empty()) decision.type = latest.type;
  if (!latest.rule.empty()) decision.rule = latest.rule;
  if (!latest.text.empty()) decision.text = latest.text;
  return decision;
}

}  // namespace

std::string_view to_string(ReviewState state) {
  return kStates.at(static_cast<std::size_t>(state));
}

std::optional<ReviewState> review_state(std::string_view name) {
  const auto* const found = std::find(kStates.begin(), kStates.end(), name);
  if (found == kStates.end()) return std::nullopt;
  return static_cast<ReviewState>(found - kStates.begin());
}

ReviewAgreement review_agreement(const std::vector<ReviewEntry>& decisions) {
  ReviewAgreement agreement;
  for (const ReviewEntry& entry : decisions) {
    if (entry.state != ReviewState::open) agreement.reviewers.push_back(entry.reviewer);
  }
  std::sort(agreement.reviewers.begin(), agreement.reviewers.end());
  agreement.reviewers.erase(std::unique(agreement.reviewers.begin(), agreement.reviewers.end()),
                            agreement.reviewers.end());
  Tables tables;
  for (const Group& group : by_claim(decisions)) {
    add_pairs(tables, group);
    if (is_unanimous(group)) continue;
    for (const ReviewEntry* entry : group) agreement.disagreements.push_back(*entry);
  }
  for (const auto& [names, table] : tables) {
    agreement.pairs.push_back({std::string(names.first), std::string(names.second), table.both,
                               table.agreed, table.kappa()});
  }
  return agreement;
}

std::vector<RecordedDecision> agreed_decisions(const std::vector<ReviewEntry>& decisions) {
  std::vector<RecordedDecision> result;
  for (const Group& group : by_claim(decisions)) {
    if (is_unanimous(group)) result.push_back(agreed(group));
  }
  return result;
}

}  // namespace claimlint
