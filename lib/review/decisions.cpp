// SPDX-License-Identifier: Apache-2.0
#include "claimlint/decisions.hpp"

#include <algorithm>
#include <utility>

#include "decision_file.hpp"
#include "text/digest.hpp"

namespace claimlint {
namespace {

std::string message_of(const std::vector<DecisionProblem>& problems) {
  std::string message;
  for (const DecisionProblem& problem : problems) {
    if (!message.empty()) message += '\n';
    message += "line " + std::to_string(problem.line) + ": " + problem.message;
  }
  return message;
}

}  // namespace

DecisionError::DecisionError(std::vector<DecisionProblem> problems)
    : std::runtime_error(message_of(problems)), problems_(std::move(problems)) {}

Decisions::Decisions(std::vector<RecordedDecision> entries, std::string today)
    : entries_(std::move(entries)), today_(std::move(today)) {
  by_claim_.reserve(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) by_claim_.emplace(entries_[i].claim, i);
}

Decisions Decisions::read(std::string_view json, std::string_view today) {
  if (!review::is_day(today)) {
    throw std::invalid_argument("'" + std::string(today) + "' is no day (YYYY-MM-DD)");
  }
  return {review::read_decision_file(json), std::string(today)};
}

// Days in this form compare as text.
bool Decisions::holds(const RecordedDecision& decision) const {
  return !decision.expires || today_ < *decision.expires;
}

std::optional<std::size_t> Decisions::index_of(std::string_view claim) const {
  const auto found = by_claim_.find(std::string(claim));
  if (found == by_claim_.end()) return std::nullopt;
  return found->second;
}

const RecordedDecision* Decisions::find(std::string_view claim) const {
  const std::optional<std::size_t> index = index_of(claim);
  return index && holds(entries_[*index]) ? &entries_[*index] : nullptr;
}

std::string Decisions::sha256() const {
  std::vector<std::string> lines;
  for (const RecordedDecision& one : entries_) {
    if (!holds(one)) continue;
    std::string line = one.claim;
    for (const std::string& part : {one.action, one.reason, one.by, one.expires.value_or("")}) {
      line.append(1, '\0').append(part);
    }
    lines.push_back(std::move(line));
  }
  std::ranges::sort(lines);
  std::string all;
  for (const std::string& line : lines) all.append(line).append(2, '\0');
  return text::sha256(all);
}

}  // namespace claimlint
