// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "claimlint/report.hpp"
#include "score/score.hpp"

namespace {

using namespace claimlint;

const ScoreWeights kWeights{.low = 0.5,
                            .medium = 1,
                            .high = 3,
                            .pressing = 2,
                            .pressing_types = {"type.2", "press"},
                            .saturation = 25,
                            .density_points = 10,
                            .density_saturation = 1,
                            .band_medium = 20,
                            .band_high = 60};
constexpr int kRounds = 300;

Claim claim_of(Severity severity, std::string type = "efficacy.treat") {
  Claim claim;
  claim.type = std::move(type);
  claim.severity = severity;
  claim.unsupported = severity != Severity::none;
  return claim;
}

Sentence sentence_of(std::string text, std::vector<Claim> claims = {}) {
  Sentence sentence;
  sentence.text = std::move(text);
  sentence.claims = std::move(claims);
  return sentence;
}

long tenths(double points) { return std::lround(points * 10); }

long breakdown_tenths(const Score& score) {
  return std::accumulate(score.breakdown.begin(), score.breakdown.end(), 0L,
                         [](long sum, const ScorePart& part) { return sum + tenths(part.points); });
}

/// Documents with all there is: repeated text, boilerplate, vetoed and supported claims.
class Documents {
 public:
  explicit Documents(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  std::vector<Sentence> next() {
    std::vector<Sentence> sentences;
    const std::size_t count = 1 + below(60);
    for (std::size_t i = 0; i < count; ++i) sentences.push_back(sentence());
    return sentences;
  }

 private:
  Sentence sentence() {
    Sentence result = sentence_of("sentence " + std::to_string(below(50)));
    if (below(10) == 0) result.block = BlockKind::boilerplate;
    for (std::size_t left = below(4); left > 0; --left) result.claims.push_back(claim());
    return result;
  }

  Claim claim() {
    Claim result = claim_of(static_cast<Severity>(below(4)), "type." + std::to_string(below(7)));
    if (below(5) == 0) result.vetoed = Veto{"negated", "no", std::nullopt};
    return result;
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("score: a document without claims has no risk") {
  const Score result = score::score({sentence_of("a"), sentence_of("b")}, kWeights);
  CHECK(result.risk == 0);
  CHECK(result.band == Band::low);
  CHECK(result.sentences == 2);
  CHECK(result.flagged == 0);
  CHECK(result.breakdown.empty());
}

TEST_CASE("score: an empty document has no risk") { CHECK(score::score({}, kWeights).risk == 0); }

TEST_CASE("score: the risk of one medium claim in two sentences is the documented formula's") {
  const Score result =
      score::score({sentence_of("a", {claim_of(Severity::medium)}), sentence_of("b")}, kWeights);
  CHECK(result.risk == doctest::Approx(8.5));  // 90 * (1 - exp(-1/25)) + 10 * 1/2
  CHECK(result.flagged == 1);
  CHECK(result.by_severity.medium == 1);
}

TEST_CASE("score: supported and vetoed claims do not count") {
  Claim vetoed = claim_of(Severity::high);
  vetoed.vetoed = Veto{"negated", "not", std::nullopt};
  const Score result =
      score::score({sentence_of("a", {vetoed, claim_of(Severity::none)})}, kWeights);
  CHECK(result.risk == 0);
  CHECK(result.band == Band::low);
  CHECK(result.claims == 0);
}

TEST_CASE("score: a repeated sentence changes nothing") {
  const Sentence claiming = sentence_of("a", {claim_of(Severity::medium)});
  const Score once = score::score({claiming, sentence_of("b")}, kWeights);
  const Score thrice = score::score({claiming, sentence_of("b"), claiming, claiming}, kWeights);
  CHECK(once.risk == thrice.risk);
  CHECK(thrice.claims == 3);
}

TEST_CASE("score: of equal sentences the heaviest counts, wherever it stands") {
  const Sentence mild = sentence_of("a", {claim_of(Severity::low)});
  const Sentence grave = sentence_of("a", {claim_of(Severity::medium)});
  CHECK(score::score({mild, grave}, kWeights).risk == score::score({grave}, kWeights).risk);
}

TEST_CASE("score: boilerplate does not weigh") {
  Sentence boilerplate = sentence_of("a", {claim_of(Severity::medium)});
  boilerplate.block = BlockKind::boilerplate;
  CHECK(score::score({boilerplate}, kWeights).risk == 0);
}

TEST_CASE("score: one claim of high severity makes the band high at any length") {
  std::vector<Sentence> sentences{sentence_of("cure", {claim_of(Severity::high)})};
  for (int i = 0; i < 5000; ++i) sentences.push_back(sentence_of("clean " + std::to_string(i)));
  const Score result = score::score(sentences, kWeights);
  CHECK(result.risk < kWeights.band_medium);
  CHECK(result.band == Band::high);
}

TEST_CASE("score: a sentence weighs as its heaviest claim, whatever else it claims") {
  const Claim grave = claim_of(Severity::high, "t.a");
  const Score one = score::score({sentence_of("a", {grave}), sentence_of("b")}, kWeights);
  const Score many = score::score(
      {sentence_of("a", {claim_of(Severity::low, "t.c"), grave, claim_of(Severity::medium, "t.b")}),
       sentence_of("b")},
      kWeights);
  CHECK(many.risk == one.risk);
  CHECK(many.breakdown == one.breakdown);
  CHECK(many.claims == 3);
}

TEST_CASE("score: claims in two sentences weigh more than in one") {
  const Claim claim = claim_of(Severity::medium);
  const Score apart =
      score::score({sentence_of("a", {claim}), sentence_of("b", {claim})}, kWeights);
  const Score together =
      score::score({sentence_of("a", {claim, claim}), sentence_of("b")}, kWeights);
  CHECK(apart.risk > together.risk);
}

TEST_CASE("score: a claim of a pressing type weighs by its factor") {
  const Score pressing =
      score::score({sentence_of("a", {claim_of(Severity::low, "press")})}, kWeights);
  const Score plain = score::score({sentence_of("a", {claim_of(Severity::medium)})}, kWeights);
  CHECK(pressing.risk == plain.risk);  // 0.5 * 2
  CHECK(pressing.by_severity.low == 1);
}

TEST_CASE("score: a pressing claim that does not count presses nothing") {
  Claim vetoed = claim_of(Severity::high, "press");
  vetoed.vetoed = Veto{"negated", "no", std::nullopt};
  const Score result =
      score::score({sentence_of("a", {vetoed, claim_of(Severity::low)})}, kWeights);
  CHECK(result.risk == score::score({sentence_of("a", {claim_of(Severity::low)})}, kWeights).risk);
}

TEST_CASE("score: of claims that weigh the same, the breakdown names the graver, then by type") {
  const std::vector<Claim> claims{claim_of(Severity::low, "press"),
                                  claim_of(Severity::medium, "t.b"),
                                  claim_of(Severity::medium, "t.a")};
  const Score forth = score::score({sentence_of("a", claims)}, kWeights);
  const Score back = score::score({sentence_of("a", {claims.rbegin(), claims.rend()})}, kWeights);
  CHECK(forth.breakdown[0].reason == "1 sentence with t.a, severity medium");
  CHECK(back.breakdown == forth.breakdown);
}

TEST_CASE("score: sentences of one severity and type share a line of the breakdown") {
  const Score result = score::score({sentence_of("a", {claim_of(Severity::medium, "t.a")}),
                                     sentence_of("b", {claim_of(Severity::high, "t.b")}),
                                     sentence_of("c", {claim_of(Severity::medium, "t.a")})},
                                    kWeights);
  REQUIRE(result.breakdown.size() == 3);
  CHECK(result.breakdown[0].reason == "1 sentence with t.b, severity high");
  CHECK(result.breakdown[1].reason == "2 sentences with t.a, severity medium");
  CHECK(result.breakdown[2].reason == "share of claims in the text");
  CHECK(result.breakdown[0].points > result.breakdown[1].points);
}

TEST_CASE("score: the breakdown sums to the risk") {
  Documents documents(1);
  for (int round = 0; round < kRounds; ++round) {
    const Score result = score::score(documents.next(), kWeights);
    REQUIRE(breakdown_tenths(result) == tenths(result.risk));
  }
}

TEST_CASE("score: a claim less never raises the risk or the band") {
  Documents documents(2);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Sentence> sentences = documents.next();
    const Score before = score::score(sentences, kWeights);
    std::vector<Claim>& claims = sentences[documents.below(sentences.size())].claims;
    if (claims.empty()) continue;
    claims.erase(claims.begin() + static_cast<std::ptrdiff_t>(documents.below(claims.size())));
    const Score after = score::score(sentences, kWeights);
    REQUIRE(after.risk <= before.risk);
    REQUIRE(after.band <= before.band);
  }
}

TEST_CASE("score: a document's own sentences once more change nothing") {
  Documents documents(4);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Sentence> sentences = documents.next();
    const Score before = score::score(sentences, kWeights);
    const std::vector<Sentence> copy = sentences;
    sentences.insert(sentences.end(), copy.begin(), copy.end());
    const Score after = score::score(sentences, kWeights);
    REQUIRE(after.risk == before.risk);
    REQUIRE(after.breakdown == before.breakdown);
  }
}

TEST_CASE("score: clean sentences lower the risk by ten points at most, and never raise it") {
  Documents documents(3);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Sentence> sentences = documents.next();
    const Score before = score::score(sentences, kWeights);
    for (std::size_t i = documents.below(2000); i > 0; --i) {
      sentences.push_back(sentence_of("clean " + std::to_string(i)));
    }
    const Score after = score::score(sentences, kWeights);
    REQUIRE(tenths(after.risk) >= tenths(before.risk) - 100);
    REQUIRE(after.risk <= before.risk);
  }
}

TEST_CASE("score: the risk stays within 0 and 100") {
  std::vector<Sentence> sentences;
  for (int i = 0; i < 3000; ++i) {
    sentences.push_back(sentence_of(std::to_string(i), {claim_of(Severity::high)}));
  }
  CHECK(score::score(sentences, kWeights).risk == doctest::Approx(100));
}
