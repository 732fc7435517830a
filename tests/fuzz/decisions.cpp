// SPDX-License-Identifier: Apache-2.0
#include "claimlint/decisions.hpp"

#include <algorithm>
#include <string>

#include "checks.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {
namespace {

void check_decisions(const Decisions& decisions) {
  for (const RecordedDecision& decision : decisions.entries()) {
    require(decision.action == "accept" || decision.action == "dismiss", "an action is known");
    require(decision.action == "accept" || !decision.reason.empty(), "a dismissal has its reason");
    const auto index = decisions.index_of(decision.claim);
    require(index && decisions.entries()[*index].claim == decision.claim,
            "a claim has its decision");
    const RecordedDecision* const found = decisions.find(decision.claim);
    require((found != nullptr) == decisions.holds(decisions.entries()[*index]),
            "what holds is found");
  }
  std::size_t decided = 0;
  for (const LedgerRow& row : ledger(decisions)) {
    decided += row.decided();
    const Proportion share = proportion(row.accepted, row.decided());
    require(share.low <= share.share && share.share <= share.high, "a share lies in its interval");
  }
  require(decided == decisions.entries().size(), "the ledger counts every decision");
}

}  // namespace

void fuzz_decisions(std::string_view bytes) {
  try {
    const Decisions decisions = Decisions::read(bytes, "2026-01-01");
    check_decisions(decisions);
    require(decisions.sha256() == Decisions::read(bytes, "2026-01-01").sha256(),
            "reading twice gives the same");
  } catch (const DecisionError& error) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(bytes, '\n')) + 1;
    require(!error.problems().empty(), "an error says what is wrong");
    for (const DecisionProblem& problem : error.problems()) {
      require(problem.line >= 1 && problem.line <= lines && !problem.message.empty(),
              "a problem has its line");
    }
  }
}

}  // namespace claimlint::fuzz
