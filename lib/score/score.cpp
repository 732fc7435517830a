// SPDX-License-Identifier: Apache-2.0
#include "score/score.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "breakdown.hpp"

namespace claimlint::score {
namespace {

double base_weight(Severity severity, const ScoreWeights& weights) {
  switch (severity) {
    case Severity::high:
      return weights.high;
    case Severity::medium:
      return weights.medium;
    case Severity::low:
      return weights.low;
    case Severity::none:
      return 0;
  }
  return 0;
}

/// What a sentence weighs, and the claim that it weighs by; null where it weighs nothing.
struct Weighed {
  const Claim* claim = nullptr;
  double weight = 0;
};

bool precedes(const Claim& a, const Claim& b) {
  return ShareKey{a.severity, a.type} < ShareKey{b.severity, b.type};
}

/// A sentence weighs as its heaviest claim: the others say in other terms what is said already.
Weighed weigh(const Sentence& sentence, const ScoreWeights& weights) {
  Weighed best;
  for (const Claim& claim : sentence.claims) {
    const double weight = weight_of(claim, weights);
    const bool equal = best.claim != nullptr && weight == best.weight;
    if (weight > best.weight || (equal && precedes(claim, *best.claim))) best = {&claim, weight};
  }
  return best;
}

/// One entry for each text. Among equal sentences the heaviest stands for all: with any other
/// choice, taking a claim away from one of them could raise the risk.
std::vector<Weighed> distinct(const std::vector<Sentence>& sentences, const ScoreWeights& weights) {
  std::vector<Weighed> kept;
  std::unordered_map<std::string_view, std::size_t> seen;
  for (const Sentence& sentence : sentences) {
    if (sentence.block == BlockKind::boilerplate) continue;
    const Weighed weighed = weigh(sentence, weights);
    const auto [found, added] = seen.emplace(sentence.text, kept.size());
    if (added) {
      kept.push_back(weighed);
    } else if (weighed.weight > kept[found->second].weight) {
      kept[found->second] = weighed;
    }
  }
  return kept;
}

std::vector<Share> shares_of(const std::vector<Weighed>& sentences) {
  std::map<ShareKey, Share> shares;
  for (const auto& [claim, weight] : sentences) {
    if (claim == nullptr) continue;
    const ShareKey key{claim->severity, claim->type};
    Share& share = shares.try_emplace(key, Share{key, 0, 0}).first->second;
    ++share.sentences;
    share.weight += weight;
  }
  std::vector<Share> result;
  result.reserve(shares.size());
  for (const auto& entry : shares) result.push_back(entry.second);
  return result;
}

// Over the sentences as they stand and not over the shares, so that a claim less cannot raise the
// sum by another order of adding.
double weight_sum(const std::vector<Weighed>& sentences) {
  return std::accumulate(sentences.begin(), sentences.end(), 0.0,
                         [](double sum, const Weighed& one) { return sum + one.weight; });
}

void count(const std::vector<Sentence>& sentences, Score& score) {
  std::map<std::string, std::size_t> types;
  for (const Sentence& sentence : sentences) {
    bool flagged = false;
    for (const Claim& claim : sentence.claims) {
      if (!claim.counts()) continue;
      flagged = true;
      ++score.claims;
      ++types[claim.type];
      score.by_severity.high += claim.severity == Severity::high;
      score.by_severity.medium += claim.severity == Severity::medium;
      score.by_severity.low += claim.severity == Severity::low;
    }
    score.flagged += flagged;
  }
  score.sentences = sentences.size();
  for (const auto& [type, number] : types) score.by_type.push_back({type, number});
}

Band band_of(const Score& score, const ScoreWeights& weights) {
  if (score.by_severity.high > 0 || score.risk >= weights.band_high) return Band::high;
  return score.risk >= weights.band_medium ? Band::medium : Band::low;
}

/// The two parts of the risk; docs/scoring.md.
struct Points {
  double counted = 0;
  double dense = 0;
};

Points points_of(double sum, std::size_t sentences, const ScoreWeights& weights) {
  const double full = static_cast<double>(sentences) * weights.density_saturation;
  return {(100 - weights.density_points) * (1 - std::exp(-sum / weights.saturation)),
          weights.density_points * std::min(1.0, sum / full)};
}

}  // namespace

double weight_of(const Claim& claim, const ScoreWeights& weights) {
  if (!claim.counts()) return 0;
  const std::vector<std::string>& pressing = weights.pressing_types;
  const bool presses = std::find(pressing.begin(), pressing.end(), claim.type) != pressing.end();
  return base_weight(claim.severity, weights) * (presses ? weights.pressing : 1);
}

double risk_at(double sum, std::size_t sentences, const ScoreWeights& weights) {
  if (sum <= 0) return 0;
  const Points points = points_of(sum, sentences, weights);
  return risk_of(points.counted, points.dense);
}

Score score(const std::vector<Sentence>& sentences, const ScoreWeights& weights) {
  Score result;
  count(sentences, result);
  const std::vector<Weighed> kept = distinct(sentences, weights);
  const double sum = weight_sum(kept);
  if (sum > 0) {
    const Points points = points_of(sum, kept.size(), weights);
    result.breakdown = break_down(shares_of(kept), points.counted, points.dense);
    result.risk = risk_of(points.counted, points.dense);
  }
  result.band = band_of(result, weights);
  return result;
}

}  // namespace claimlint::score
