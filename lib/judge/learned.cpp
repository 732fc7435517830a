// SPDX-License-Identifier: Apache-2.0
#include "learned.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace claimlint::judge {
namespace {

constexpr std::size_t kReasons = 5;

/// How the groups of features read; `@` stands for what is behind the group's name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kGroups = {{
    {"w=", "\"@\""},
    {"stem=", "\"@...\""},
    {"pair=", "\"@\" in a row"},
    {"mention=", "a mention of @"},
    {"heading mention=", "a @ in the heading"},
    {"block=", "being @"},
    {"length=", "its length"},
    {"end=", "its last sign \"@\""},
    {"scope=", "being @"},
    {"voice=", "the voice of a @"},
    {"cue=", "a word of @"},
    {"rule=", "a rule for @"},
    {"supported=", "a supported claim of @"},
    {"near=", "the wording of @"},
    {"rejected=", "a trigger that does not stand: @"},
    {"before=", "@ in the sentence before"},
    {"after=", "@ in the sentence behind"},
}};

std::string in_words(std::string_view feature) {
  if (feature.starts_with("share=")) return "how much of the text makes claims";
  const auto group = std::find_if(kGroups.begin(), kGroups.end(), [&](const auto& each) {
    return feature.starts_with(each.first);
  });
  if (group == kGroups.end()) return std::string(feature);
  const std::size_t at = group->second.find('@');
  if (at == std::string_view::npos) return std::string(group->second);
  return std::string(group->second.substr(0, at))
      .append(feature.substr(group->first.size()))
      .append(group->second.substr(at + 1));
}

/// "+0.83"
std::string signed_hundredths(std::int32_t value) {
  const std::string digits = std::to_string(std::abs(value) % 100 + 100).substr(1);
  return (value < 0 ? "-" : "+") + std::to_string(std::abs(value) / 100) + "." + digits;
}

}  // namespace

Learned::Learned(const lexicon::Compiled& lexicons)
    : model_(*lexicons.model().learned), weights_(lexicons.weights()) {}

void Learned::read(const FeatureNames& names) {
  features_.clear();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::uint32_t feature = weights_.find(names[i]);
    if (feature != text::kNone) features_.push_back(feature);
  }
  std::sort(features_.begin(), features_.end());
  features_.erase(std::unique(features_.begin(), features_.end()), features_.end());
  odds_.clear();
  for (const lexicon::ModelOutput& output : model_.outputs) odds_.push_back(output.bias);
  for (const std::uint32_t feature : features_) {
    for (const auto& [output, hundredths] : weights_.of(feature)) odds_[output] += hundredths;
  }
}

std::vector<std::string> Learned::reasons(std::uint32_t output) const {
  std::vector<std::pair<std::int32_t, std::uint32_t>> weighing;
  for (const std::uint32_t feature : features_) {
    for (const auto& weight : weights_.of(feature)) {
      if (weight.output == output) weighing.emplace_back(weight.hundredths, feature);
    }
  }
  const std::size_t count = std::min(weighing.size(), kReasons);
  const auto goes_before = [](const auto& a, const auto& b) {
    return std::pair(-std::abs(a.first), a.second) < std::pair(-std::abs(b.first), b.second);
  };
  std::partial_sort(weighing.begin(), weighing.begin() + static_cast<std::ptrdiff_t>(count),
                    weighing.end(), goes_before);
  weighing.resize(count);
  std::vector<std::string> reasons;
  reasons.reserve(weighing.size());
  for (const auto& [hundredths, feature] : weighing) {
    reasons.push_back(in_words(weights_.name(feature)) + " " + signed_hundredths(hundredths));
  }
  return reasons;
}

std::uint32_t Learned::output_of(std::string_view type) const {
  const auto& outputs = model_.outputs;
  const auto own = std::find_if(outputs.begin(), outputs.end(),
                                [&](const auto& output) { return output.type == type; });
  return own == outputs.end() ? 0 : static_cast<std::uint32_t>(own - outputs.begin());
}

Confidence Learned::confidence(std::int32_t odds) const {
  for (const lexicon::ConfidenceBand& band : model_.bands) {
    if (odds >= band.from) return band.confidence;
  }
  return Confidence::low;
}

}  // namespace claimlint::judge
