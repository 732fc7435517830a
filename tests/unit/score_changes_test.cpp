// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/suggest.hpp"
#include "score/changes.hpp"
#include "score/score.hpp"

namespace {

using namespace claimlint;

const ScoreWeights kWeights{.low = 0.5,
                            .medium = 1,
                            .high = 1.5,
                            .pressing = 2,
                            .pressing_types = {"press"},
                            .saturation = 5,  // so that few claims make a risk
                            .density_points = 10,
                            .density_saturation = 1,
                            .band_medium = 20,
                            .band_high = 60};

Claim claim_of(Severity severity, std::string type = "efficacy.treat") {
  Claim claim;
  claim.type = std::move(type);
  claim.severity = severity;
  return claim;
}

Sentence sentence_of(std::string text, std::vector<Claim> claims = {}) {
  Sentence sentence;
  sentence.text = std::move(text);
  sentence.claims = std::move(claims);
  return sentence;
}

std::vector<ClaimIndex> counting(const std::vector<Sentence>& sentences) {
  std::vector<ClaimIndex> found;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t c = 0; c < sentences[s].claims.size(); ++c) {
      if (sentences[s].claims[c].counts()) found.push_back({s, c});
    }
  }
  return found;
}

Score score_without(std::vector<Sentence> sentences, const std::vector<ClaimIndex>& gone) {
  for (const ClaimIndex& index : gone) {
    sentences[index.sentence].claims[index.claim].unsupported = false;
  }
  return score::score(sentences, kWeights);
}

/// The size of the smallest set of claims without which `reached` holds, by trying all.
template <typename Reached>
std::size_t fewest_by_trying(const std::vector<Sentence>& sentences, Reached reached) {
  const std::vector<ClaimIndex> claims = counting(sentences);
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  for (std::size_t set = 0; set < (std::size_t{1} << claims.size()); ++set) {
    std::vector<ClaimIndex> gone;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if ((set >> i & 1U) != 0) gone.push_back(claims[i]);
    }
    if (gone.size() < fewest && reached(score_without(sentences, gone))) fewest = gone.size();
  }
  return fewest;
}

/// Small documents with repeated texts, boilerplate, vetoed claims and several claims a sentence.
class Documents {
 public:
  explicit Documents(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  std::vector<Sentence> next() {
    std::vector<Sentence> sentences;
    const std::size_t count = 1 + below(6);
    for (std::size_t i = 0; i < count; ++i) {
      Sentence sentence = sentence_of("sentence " + std::to_string(below(5)));
      if (below(8) == 0) sentence.block = BlockKind::boilerplate;
      while (below(2) == 0 && claims_in(sentences) + sentence.claims.size() < kMostClaims) {
        sentence.claims.push_back(claim());
      }
      sentences.push_back(std::move(sentence));
    }
    return sentences;
  }

 private:
  static constexpr std::size_t kMostClaims = 10;

  static std::size_t claims_in(const std::vector<Sentence>& sentences) {
    std::size_t count = 0;
    for (const Sentence& sentence : sentences) count += sentence.claims.size();
    return count;
  }

  Claim claim() {
    Claim result = claim_of(static_cast<Severity>(1 + below(3)), below(3) == 0 ? "press" : "plain");
    if (below(8) == 0) result.vetoed = Veto{"negated", "no", std::nullopt};
    return result;
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("changes: a document that is under the risk needs none") {
  CHECK_FALSE(score::choose_changes({}, kWeights, std::nullopt));
  CHECK_FALSE(score::choose_changes({sentence_of("a"), sentence_of("b")}, kWeights, 1.0));
  const std::vector<Sentence> one = {sentence_of("a", {claim_of(Severity::low)}), sentence_of("b")};
  CHECK_FALSE(score::choose_changes(one, kWeights, score::score(one, kWeights).risk + 0.1));
  CHECK(score::choose_changes(one, kWeights, score::score(one, kWeights).risk));
}

TEST_CASE("changes: no smaller set of claims brings a document under a risk") {
  Documents documents(1);
  std::size_t tried = 0;
  for (int round = 0; round < 300; ++round) {
    const std::vector<Sentence> sentences = documents.next();
    const double risk = 1 + static_cast<double>(documents.below(60));
    const auto reached = [risk](const Score& score) { return score.risk < risk; };
    const auto suggestion = score::choose_changes(sentences, kWeights, risk);
    REQUIRE(suggestion.has_value() == !reached(score::score(sentences, kWeights)));
    if (!suggestion) continue;
    ++tried;
    CHECK(suggestion->reached);
    CHECK(suggestion->fewest);
    CHECK(suggestion->after == score_without(sentences, suggestion->claims));
    CHECK(reached(suggestion->after));
    CHECK(suggestion->claims.size() == fewest_by_trying(sentences, reached));
  }
  CHECK(tried > 100);
}

TEST_CASE("changes: no smaller set of claims makes the band low") {
  Documents documents(2);
  std::size_t tried = 0;
  for (int round = 0; round < 200; ++round) {
    const std::vector<Sentence> sentences = documents.next();
    const auto reached = [](const Score& score) { return score.band == Band::low; };
    const auto suggestion = score::choose_changes(sentences, kWeights, std::nullopt);
    REQUIRE(suggestion.has_value() == !reached(score::score(sentences, kWeights)));
    if (!suggestion) continue;
    ++tried;
    CHECK(reached(score_without(sentences, suggestion->claims)));
    CHECK(suggestion->claims.size() == fewest_by_trying(sentences, reached));
  }
  CHECK(tried > 100);
}

TEST_CASE("changes: of equally few claims the heaviest go") {
  const std::vector<Sentence> sentences = {sentence_of("a", {claim_of(Severity::low)}),
                                           sentence_of("b", {claim_of(Severity::medium)}),
                                           sentence_of("c", {claim_of(Severity::low)})};
  const auto suggestion =
      score::choose_changes(sentences, kWeights, score::score(sentences, kWeights).risk);
  REQUIRE(suggestion);
  CHECK(suggestion->claims == std::vector<ClaimIndex>{{1, 0}});
}

TEST_CASE("changes: a text that repeats is changed wherever it stands") {
  const std::vector<Sentence> sentences = {sentence_of("a", {claim_of(Severity::medium)}),
                                           sentence_of("b"),
                                           sentence_of("a", {claim_of(Severity::medium)})};
  const auto suggestion = score::choose_changes(sentences, kWeights, 1.0);
  REQUIRE(suggestion);
  CHECK(suggestion->claims == std::vector<ClaimIndex>{{0, 0}, {2, 0}});
}

TEST_CASE("changes: a huge document gets nearly the fewest, and says so") {
  Documents documents(3);
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i < 20'000; ++i) {
    sentences.push_back(sentence_of("sentence " + std::to_string(i),
                                    {claim_of(Severity::low), claim_of(Severity::medium),
                                     claim_of(Severity::medium, "press")}));
  }
  const auto suggestion = score::choose_changes(sentences, kWeights, 50.0);
  REQUIRE(suggestion);
  CHECK(suggestion->reached);
  CHECK_FALSE(suggestion->fewest);
}

TEST_CASE("suggest: names the claims of a report, and nothing where it is fine") {
  const Lexicons lexicons = Lexicons::builtin();
  const Auditor auditor(lexicons);
  const Report report = auditor.audit(
      "Our adjustments cure migraine. The clinic is open all week. Call us.", {"a.txt"});
  const auto suggestion = suggest(report, lexicons);
  REQUIRE(suggestion);
  CHECK(suggestion->claims == std::vector<ClaimIndex>{{0, 0}});
  CHECK(suggestion->after.band == Band::low);
  CHECK_FALSE(suggest(auditor.audit("The clinic is open all week.", {"b.txt"}), lexicons));
  CHECK_FALSE(suggest(unread_report({"c.txt"}, "unreadable", "gone"), lexicons));
}
