// SPDX-License-Identifier: Apache-2.0
#include "weights.hpp"

#include <algorithm>

namespace claimlint::lexicon {

void Weights::write(const std::vector<FeatureWeights>& features, FlatWriter& out) {
  std::vector<std::string_view> names;
  std::vector<std::uint32_t> ends;
  std::vector<FeatureWeight> weights;
  for (const FeatureWeights& feature : features) {
    names.push_back(feature.feature);
    weights.insert(weights.end(), feature.weights.begin(), feature.weights.end());
    ends.push_back(static_cast<std::uint32_t>(weights.size()));
  }
  WordTable::write(names, out);
  out.add(ends);
  out.add(weights);
}

Weights::Weights(FlatReader& in, std::size_t outputs)
    : names_(in), ends_(in.values<std::uint32_t>()), weights_(in.values<FeatureWeight>()) {
  require(ends_.size() == names_.size() && std::is_sorted(ends_.begin(), ends_.end()));
  require((ends_.empty() ? 0 : ends_.back()) == weights_.size());
  require(std::all_of(weights_.begin(), weights_.end(),
                      [&](const FeatureWeight& weight) { return weight.output < outputs; }));
}

std::span<const FeatureWeight> Weights::of(std::uint32_t feature) const {
  const std::uint32_t begin = feature == 0 ? 0 : ends_[feature - 1];
  return weights_.subspan(begin, ends_[feature] - begin);
}

std::vector<FeatureWeights> Weights::decode() const {
  std::vector<FeatureWeights> features;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    const auto weights = of(i);
    features.push_back({std::string(name(i)), {weights.begin(), weights.end()}});
  }
  return features;
}

}  // namespace claimlint::lexicon
