// SPDX-License-Identifier: Apache-2.0
#include "toml_read.hpp"

#include <limits>

namespace claimlint::lexicon {
namespace {

constexpr bool continues_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::vector<std::size_t> line_starts(std::string_view content) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (content[i] == '\n') starts.push_back(i + 1);
  }
  return starts;
}

}  // namespace

Reading::Reading(const LexiconFile& file, std::vector<LexiconProblem>& problems)
    : file_(&file), problems_(&problems), lines_(line_starts(file.content)) {}

void Reading::report(const toml::source_region& region, std::string message) {
  const Position at = position(region);
  problems_->push_back({file_->name, at.line, at.column, std::move(message)});
}

// toml++ counts columns in code points, lexicon problems count bytes.
Position Reading::position(const toml::source_region& region) const {
  const std::size_t line = region.begin.line;
  if (line == 0 || line > lines_.size()) return {1, 1};
  const std::string& content = file_->content;
  const std::size_t start = lines_[line - 1];
  std::size_t offset = start;
  for (std::size_t column = 1; column < region.begin.column && offset < content.size(); ++column) {
    do {
      ++offset;
    } while (offset < content.size() && continues_code_point(content[offset]));
  }
  return {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(offset - start + 1)};
}

Location Reading::location(const toml::node& node) const {
  const Position at = position(node.source());
  return {file_->name, at.line, at.column};
}

void read(const toml::node& node, std::string& out, Reading& reading) {
  const toml::value<std::string>* value = node.as_string();
  if (value == nullptr) return reading.report(node, "expected a string");
  out = value->get();
}

void read(const toml::node& node, bool& out, Reading& reading) {
  const toml::value<bool>* value = node.as_boolean();
  if (value == nullptr) return reading.report(node, "expected true or false");
  out = value->get();
}

void read(const toml::node& node, std::uint32_t& out, Reading& reading) {
  const toml::value<std::int64_t>* value = node.as_integer();
  if (value == nullptr || value->get() < 0 ||
      value->get() > std::numeric_limits<std::uint32_t>::max()) {
    return reading.report(node, "expected a whole number that is not negative");
  }
  out = static_cast<std::uint32_t>(value->get());
}

void read(const toml::node& node, std::int32_t& out, Reading& reading) {
  const toml::value<std::int64_t>* value = node.as_integer();
  using Limits = std::numeric_limits<std::int32_t>;
  if (value == nullptr || value->get() < Limits::min() || value->get() > Limits::max()) {
    return reading.report(node, "expected a whole number");
  }
  out = static_cast<std::int32_t>(value->get());
}

void read(const toml::node& node, double& out, Reading& reading) {
  if (!node.is_number()) return reading.report(node, "expected a number");
  out = node.value_or(0.0);
}

void read(const toml::node& node, std::vector<std::string>& out, Reading& reading) {
  read_items(node, reading, [&](const toml::node& item) {
    std::string& text = out.emplace_back();
    read(item, text, reading);
    if (item.is_string() && text.empty())
      reading.report(item, "expected a string that is not empty");
  });
}

}  // namespace claimlint::lexicon
