// SPDX-License-Identifier: Apache-2.0
#include "changes.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "fewest.hpp"
#include "score.hpp"

namespace claimlint::score {
namespace {

struct WeighedClaim {
  ClaimIndex index;
  double weight = 0;
};

/// The claims of all sentences with one text, the heaviest first. The text weighs as the first.
using TextClaims = std::vector<WeighedClaim>;

class Changes {
 public:
  Changes(std::vector<Sentence> sentences, const ScoreWeights& weights, std::optional<double> below)
      : left_(std::move(sentences)),
        weights_(weights),
        risk_(below.value_or(weights.band_medium)),
        by_band_(!below) {}

  std::optional<Suggestion> choose() {
    if (is_reached(score(left_, weights_))) return std::nullopt;
    Suggestion suggestion;
    if (by_band_) remove_high(suggestion);
    remove_fewest(suggestion);
    std::ranges::sort(suggestion.claims);
    suggestion.after = score(left_, weights_);
    suggestion.reached = is_reached(suggestion.after);
    return suggestion;
  }

 private:
  [[nodiscard]] bool is_reached(const Score& score) const {
    return score.risk < risk_ && (!by_band_ || score.band == Band::low);
  }

  void remove(ClaimIndex index, Suggestion& suggestion) {
    Claim& claim = left_[index.sentence].claims[index.claim];
    claim.vetoed = Veto{"changed", {}, std::nullopt};
    suggestion.claims.push_back(index);
  }

  /// One of them alone makes the band high.
  void remove_high(Suggestion& suggestion) {
    for (std::size_t s = 0; s < left_.size(); ++s) {
      for (std::size_t c = 0; c < left_[s].claims.size(); ++c) {
        const Claim& claim = left_[s].claims[c];
        if (claim.counts() && claim.severity == Severity::high) remove({s, c}, suggestion);
      }
    }
  }

  /// As the score sees them: sentences with the same text are one.
  std::vector<TextClaims> collect() {
    std::vector<TextClaims> texts;
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t s = 0; s < left_.size(); ++s) {
      if (left_[s].block == BlockKind::boilerplate) continue;
      const auto [found, added] = seen.emplace(left_[s].text, texts.size());
      if (added) texts.emplace_back();
      for (std::size_t c = 0; c < left_[s].claims.size(); ++c) {
        const double weight = weight_of(left_[s].claims[c], weights_);
        if (weight > 0) texts[found->second].push_back({{s, c}, weight});
      }
    }
    for (TextClaims& claims : texts) {
      std::ranges::stable_sort(claims, std::greater<>(), &WeighedClaim::weight);
    }
    return texts;
  }

  /// A text gets lighter with the last of its claims of one weight.
  static Steps steps_of(const TextClaims& claims) {
    Steps steps;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const double next = i + 1 < claims.size() ? claims[i + 1].weight : 0;
      if (next < claims[i].weight) steps.push_back({i + 1, claims.front().weight - next});
    }
    return steps;
  }

  void remove_fewest(Suggestion& suggestion) {
    const std::vector<TextClaims> texts = collect();
    std::vector<Steps> steps;
    double sum = 0;
    for (const TextClaims& claims : texts) {
      steps.push_back(steps_of(claims));
      if (!claims.empty()) sum += claims.front().weight;
    }
    const auto enough = [&](double relief) {
      return risk_at(sum - relief, texts.size(), weights_) < risk_;
    };
    const Choice choice = fewest_steps(steps, enough);
    suggestion.fewest = choice.fewest;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (choice.taken[i] == 0) continue;
      const std::size_t count = steps[i][choice.taken[i] - 1].cost;
      for (std::size_t c = 0; c < count; ++c) remove(texts[i][c].index, suggestion);
    }
  }

  std::vector<Sentence> left_;
  const ScoreWeights& weights_;
  double risk_;   ///< to be under
  bool by_band_;  ///< and the band must be low
};

}  // namespace

std::optional<Suggestion> choose_changes(const std::vector<Sentence>& sentences,
                                         const ScoreWeights& weights, std::optional<double> below) {
  return Changes(sentences, weights, below).choose();
}

}  // namespace claimlint::score
