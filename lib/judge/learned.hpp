// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features.hpp"
#include "lexicon/compiled.hpp"

namespace claimlint::judge {

/// The linear model of the lexicons, applied to one sentence after the other. Serves one thread.
class Learned {
 public:
  /// The lexicons must have a model, and live as long.
  explicit Learned(const lexicon::Compiled& lexicons);

  /// Takes in a sentence as it is described; what the others say is of this one until the next.
  void read(const FeatureNames& names);

  /// Log-odds by output, in hundredths.
  [[nodiscard]] std::span<const std::int32_t> odds() const { return odds_; }
  /// What weighs most in the sentence for or against an output, in words: `"relief" +0.83`.
  [[nodiscard]] std::vector<std::string> reasons(std::uint32_t output) const;

  /// The output for a type; the flag for a type that none is of.
  [[nodiscard]] std::uint32_t output_of(std::string_view type) const;
  [[nodiscard]] Confidence confidence(std::int32_t odds) const;

 private:
  const lexicon::LearnedModel& model_;
  const lexicon::Weights& weights_;
  std::vector<std::uint32_t> features_;  ///< those of the sentence that weigh something
  std::vector<std::int32_t> odds_;
};

}  // namespace claimlint::judge
