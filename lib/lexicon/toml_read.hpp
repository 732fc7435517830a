// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "choices.hpp"
#include "model.hpp"
#include "parse.hpp"

/// Reads TOML values into plain ones and reports what does not fit, with its place.
namespace claimlint::lexicon {

/// A lexicon file that is being read, and where its problems go.
class Reading {
 public:
  Reading(const LexiconFile& file, std::vector<LexiconProblem>& problems);

  void report(const toml::source_region& region, std::string message);
  void report(const toml::node& node, std::string message) {
    report(node.source(), std::move(message));
  }
  [[nodiscard]] Position position(const toml::source_region& region) const;
  [[nodiscard]] Location location(const toml::node& node) const;

 private:
  const LexiconFile* file_;
  std::vector<LexiconProblem>* problems_;
  std::vector<std::size_t> lines_;  ///< where each line begins
};

void read(const toml::node& node, std::string& out, Reading& reading);
void read(const toml::node& node, bool& out, Reading& reading);
void read(const toml::node& node, std::uint32_t& out, Reading& reading);
void read(const toml::node& node, std::int32_t& out, Reading& reading);
void read(const toml::node& node, double& out, Reading& reading);
/// An array of strings, none of them empty.
void read(const toml::node& node, std::vector<std::string>& out, Reading& reading);

/// Calls `each` with every item of an array; reports a node that is none.
template <typename Each>
void read_items(const toml::node& node, Reading& reading, Each each) {
  const toml::array* items = node.as_array();
  if (items == nullptr) return reading.report(node, "expected an array of strings");
  for (const toml::node& item : *items) each(item);
}

template <typename Enum>
requires std::is_enum_v<Enum>
void read(const toml::node& node, Enum& out, Reading& reading) {
  const std::optional<std::string_view> name = node.value<std::string_view>();
  if (!node.is_string()) return reading.report(node, "expected a string");
  if (const std::optional<Enum> value = value_of<Enum>(*name)) {
    out = *value;
    return;
  }
  std::string known;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(kLast<Enum>); ++i) {
    known.append(known.empty() ? "" : ", ").append(to_string(static_cast<Enum>(i)));
  }
  reading.report(node, "unknown value '" + std::string(*name) + "'; known are: " + known);
}

template <typename Enum>
requires std::is_enum_v<Enum>
void read(const toml::node& node, std::vector<Enum>& out, Reading& reading) {
  out.clear();  // what the file says replaces a default
  read_items(node, reading,
             [&](const toml::node& item) { read(item, out.emplace_back(), reading); });
}

template <typename T>
void read(const toml::node& node, std::optional<T>& out, Reading& reading) {
  read(node, out.emplace(), reading);
}

/// One key of a table: where its value goes.
template <typename Entry>
struct Field {
  std::string_view key;
  void (*set)(const toml::node& node, Entry& entry, Reading& reading);
  bool required = false;
};

/// For fields that are read into a member as they are.
template <auto kMember, typename Entry>
void set(const toml::node& node, Entry& entry, Reading& reading) {
  read(node, entry.*kMember, reading);
}

/// Fills an entry from a table: keys that are unknown or missing are reported.
template <typename Entry>
void read_fields(const toml::table& table, std::span<const Field<Entry>> fields, Entry& entry,
                 Reading& reading) {
  for (const Field<Entry>& field : fields) {
    if (const toml::node* node = table.get(field.key)) {
      field.set(*node, entry, reading);
    } else if (field.required) {
      reading.report(table, "missing key '" + std::string(field.key) + "'");
    }
  }
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    if (std::none_of(fields.begin(), fields.end(),
                     [&](const Field<Entry>& field) { return field.key == name; })) {
      reading.report(key.source(), "unknown key '" + std::string(name) + "'");
    }
  }
}

}  // namespace claimlint::lexicon
