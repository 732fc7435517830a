// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "tables.hpp"

namespace claimlint::lexicon {
namespace {

constexpr std::array<Field<ModelOutput>, 3> kOutputFields{{
    {"type", set<&ModelOutput::type>},
    {"bias", set<&ModelOutput::bias>, true},
    {"raise", set<&ModelOutput::raise>, true},
}};

constexpr std::array<Field<ConfidenceBand>, 4> kBandFields{{
    {"confidence", set<&ConfidenceBand::confidence>, true},
    {"from", set<&ConfidenceBand::from>, true},
    {"precision", set<&ConfidenceBand::precision>, true},
    {"count", set<&ConfidenceBand::count>, true},
}};

template <typename Item, std::size_t kSize>
void read_tables_into(const toml::node& node, const std::array<Field<Item>, kSize>& fields,
                      std::vector<Item>& out, Reading& reading) {
  const toml::array* items = node.as_array();
  if (items == nullptr || !(items->empty() || items->is_homogeneous(toml::node_type::table))) {
    return reading.report(node, "expected a list of tables");
  }
  for (const toml::node& item : *items) {
    read_fields(*item.as_table(), std::span<const Field<Item>>(fields), out.emplace_back(),
                reading);
  }
}

void set_outputs(const toml::node& node, LearnedTable& entry, Reading& reading) {
  read_tables_into(node, kOutputFields, entry.model.outputs, reading);
}

void set_bands(const toml::node& node, LearnedTable& entry, Reading& reading) {
  read_tables_into(node, kBandFields, entry.model.bands, reading);
}

template <auto kMember>
void set_odds(const toml::node& node, LearnedTable& entry, Reading& reading) {
  read(node, entry.model.*kMember, reading);
}

template <typename T>
bool take_number(std::string_view& text, T& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

/// "0:12 7:-4"
std::optional<std::vector<FeatureWeight>> parse_weights(std::string_view text) {
  std::vector<FeatureWeight> weights;
  while (!text.empty()) {
    FeatureWeight& weight = weights.emplace_back();
    if (!take_number(text, weight.output) || !text.starts_with(':')) return std::nullopt;
    text.remove_prefix(1);
    if (!take_number(text, weight.hundredths)) return std::nullopt;
    if (text.starts_with(' ')) text.remove_prefix(1);
  }
  return weights;
}

/// A feature a line: its name, a tab, its weights.
void set_weights(const toml::node& node, LearnedTable& entry, Reading& reading) {
  std::string text;
  read(node, text, reading);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t tab = std::min(line.find('\t'), line.size());
    auto weights = parse_weights(line.substr(std::min(tab + 1, line.size())));
    if (tab == 0 || !weights || weights->empty()) {
      return reading.report(node,
                            "expected FEATURE, a tab, OUTPUT:WEIGHT ...: " + std::string(line));
    }
    entry.features.push_back({std::string(line.substr(0, tab)), *std::move(weights)});
  }
  const auto by_name = [](const FeatureWeights& a, const FeatureWeights& b) {
    return a.feature < b.feature;
  };
  std::sort(entry.features.begin(), entry.features.end(), by_name);
  const auto twice = std::adjacent_find(
      entry.features.begin(), entry.features.end(),
      [](const FeatureWeights& a, const FeatureWeights& b) { return a.feature == b.feature; });
  if (twice != entry.features.end()) {
    reading.report(node, "feature '" + twice->feature + "' is given twice");
  }
}

constexpr std::array<Field<LearnedTable>, 5> kLearnedFields{{
    {"outputs", set_outputs, true},
    {"bands", set_bands, true},
    {"mild", set_odds<&LearnedModel::mild>, true},
    {"hide", set_odds<&LearnedModel::hide>, true},
    {"weights", set_weights, true},
}};

}  // namespace

template <>
std::span<const Field<LearnedTable>> fields() {
  return kLearnedFields;
}

}  // namespace claimlint::lexicon
