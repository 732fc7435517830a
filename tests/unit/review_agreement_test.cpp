// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claimlint/reviews.hpp"

namespace claimlint {
namespace {

ReviewEntry said(const std::string& claim, const std::string& reviewer, ReviewState state,
                 const std::string& time = "2026-11-21T10:00:00Z") {
  return {.claim = claim,
          .reviewer = reviewer,
          .state = state,
          .reason = "because " + reviewer,
          .time = time};
}

/// Claims on which both reviewers say something, so many of each combination.
void add(std::vector<ReviewEntry>& entries, int count, ReviewState a, ReviewState b) {
  for (int i = 0; i < count; ++i) {
    const std::string claim = std::to_string(entries.size());
    entries.push_back(said(claim, "Ann", a));
    entries.push_back(said(claim, "Bo", b));
  }
}

constexpr ReviewState kYes = ReviewState::accepted;
constexpr ReviewState kNo = ReviewState::dismissed;

TEST_CASE("agreement: kappa as computed by hand") {
  // Of 50 claims both accept 20 and dismiss 15: observed 0.7. Ann accepts half of them and Bo three
  // fifths: by chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5. Kappa is 0.2 / 0.5.
  std::vector<ReviewEntry> entries;
  add(entries, 20, kYes, kYes);
  add(entries, 5, kYes, kNo);
  add(entries, 10, kNo, kYes);
  add(entries, 15, kNo, kNo);
  entries.push_back(said("only Ann", "Ann", kYes));
  entries.push_back(said("taken back", "Ann", ReviewState::open));
  entries.push_back(said("taken back", "Bo", kNo));
  const ReviewAgreement agreement = review_agreement(entries);
  REQUIRE(agreement.pairs.size() == 1);
  const ReviewPair& pair = agreement.pairs.front();
  CHECK(pair.a == "Ann");
  CHECK(pair.b == "Bo");
  CHECK(pair.both == 50);
  CHECK(pair.agreed == 35);
  REQUIRE(pair.kappa);
  CHECK(*pair.kappa == doctest::Approx(0.4));
  CHECK(agreement.disagreements.size() == 30);
}

TEST_CASE("agreement: none is told where chance alone explains it") {
  std::vector<ReviewEntry> entries;
  add(entries, 3, kYes, kYes);
  CHECK(review_agreement(entries).pairs.front().kappa == std::nullopt);
  CHECK(review_agreement({}).pairs.empty());
}

TEST_CASE("agreement: each pair of three reviewers") {
  const std::vector<ReviewEntry> entries = {said("1", "Cy", kYes), said("1", "Ann", kYes),
                                            said("1", "Bo", kNo), said("2", "Bo", kNo)};
  const ReviewAgreement agreement = review_agreement(entries);
  CHECK(agreement.reviewers == std::vector<std::string>{"Ann", "Bo", "Cy"});
  REQUIRE(agreement.pairs.size() == 3);
  CHECK(agreement.pairs[0].agreed == 0);
  CHECK(agreement.pairs[1].a == "Ann");
  CHECK(agreement.pairs[1].b == "Cy");
  CHECK(agreement.pairs[1].agreed == 1);
}

TEST_CASE("agreement: decisions are exported where nobody differs") {
  const std::vector<ReviewEntry> entries = {
      said("same", "Ann", kNo, "2026-11-21T10:00:00Z"),
      said("same", "Bo", kNo, "2026-11-22T10:00:00Z"), said("differs", "Ann", kNo),
      said("differs", "Bo", kYes), said("open", "Ann", ReviewState::open)};
  const std::vector<RecordedDecision> decisions = agreed_decisions(entries);
  REQUIRE(decisions.size() == 1);
  CHECK(decisions[0].claim == "same");
  CHECK(decisions[0].action == "dismiss");
  CHECK(decisions[0].by == "Ann, Bo");
  CHECK(decisions[0].at == "2026-11-22");
  CHECK(decisions[0].reason == "because Bo");
}

}  // namespace
}  // namespace claimlint
