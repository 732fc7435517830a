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

double weight_of(Severity severity, const ScoreWeights& weights) {
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

double weight_of(const Sentence& sentence, const ScoreWeights& weights) {
  double sum = 0;
  for (const Claim& claim : sentence.claims) {
    if (claim.counts()) sum += weight_of(claim.severity, weights);
  }
  return sum;
}

/// One sentence for each text. Among equals the heaviest stands for all: with any other choice,
/// taking a claim away from one of them could raise the risk.
std::vector<const Sentence*> distinct(const std::vector<Sentence>& sentences,
                                      const ScoreWeights& weights) {
  std::vector<const Sentence*> kept;
  std::unordered_map<std::string_view, std::size_t> seen;
  for (const Sentence& sentence : sentences) {
    if (sentence.block == BlockKind::boilerplate) continue;
    const auto [found, added] = seen.emplace(sentence.text, kept.size());
    if (added) {
      kept.push_back(&sentence);
    } else if (weight_of(sentence, weights) > weight_of(*kept[found->second], weights)) {
      kept[found->second] = &sentence;
    }
  }
  return kept;
}

std::vector<Share> shares_of(const std::vector<const Sentence*>& sentences,
                             const ScoreWeights& weights) {
  std::map<ShareKey, Share> shares;
  for (const Sentence* sentence : sentences) {
    for (const Claim& claim : sentence->claims) {
      const double weight = weight_of(claim.severity, weights);
      if (!claim.counts() || weight <= 0) continue;
      const ShareKey key{claim.severity, claim.type};
      Share& share = shares.try_emplace(key, Share{key, 0, 0}).first->second;
      ++share.claims;
      share.weight += weight;
    }
  }
  std::vector<Share> result;
  result.reserve(shares.size());
  for (const auto& entry : shares) result.push_back(entry.second);
  return result;
}

double weight_sum(const std::vector<Share>& shares) {
  return std::accumulate(shares.begin(), shares.end(), 0.0,
                         [](double sum, const Share& share) { return sum + share.weight; });
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

}  // namespace

Score score(const std::vector<Sentence>& sentences, const ScoreWeights& weights) {
  Score result;
  count(sentences, result);
  const std::vector<const Sentence*> kept = distinct(sentences, weights);
  const std::vector<Share> shares = shares_of(kept, weights);
  const double sum = weight_sum(shares);
  if (sum > 0) {
    const double counted =
        (100 - weights.density_points) * (1 - std::exp(-sum / weights.saturation));
    const double full = static_cast<double>(kept.size()) * weights.density_saturation;
    const double dense = weights.density_points * std::min(1.0, sum / full);
    result.breakdown = break_down(shares, counted, dense);
    result.risk = risk_of(counted, dense);
  }
  result.band = band_of(result, weights);
  return result;
}

}  // namespace claimlint::score
