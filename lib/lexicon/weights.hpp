// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "flat.hpp"
#include "model.hpp"
#include "word_table.hpp"

namespace claimlint::lexicon {

/// The weights of [model] by feature, in bytes that someone else keeps.
class Weights {
 public:
  /// `features` are sorted by name, none twice, none without a name.
  static void write(const std::vector<FeatureWeights>& features, FlatWriter& out);
  /// Throws std::runtime_error for bytes that are no weights of so many outputs.
  Weights(FlatReader& in, std::size_t outputs);

  /// The number of a feature; text::kNone where it weighs nothing.
  [[nodiscard]] std::uint32_t find(std::string_view feature) const { return names_.find(feature); }
  [[nodiscard]] std::string_view name(std::uint32_t feature) const { return names_[feature]; }
  [[nodiscard]] std::span<const FeatureWeight> of(std::uint32_t feature) const;

  [[nodiscard]] std::vector<FeatureWeights> decode() const;

 private:
  WordTable names_;
  std::span<const std::uint32_t> ends_;  ///< of each feature's weights
  std::span<const FeatureWeight> weights_;
};

}  // namespace claimlint::lexicon
