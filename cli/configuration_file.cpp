// SPDX-License-Identifier: Apache-2.0
#include "configuration_file.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>

namespace claimlint::cli {
namespace {

/// What decides of one document alone, and so may differ from path to path.
constexpr std::array<std::string_view, 5> kPerPath = {"assume-language", "input-format",
                                                      "jurisdiction", "line-breaks", "rules-only"};
/// What is about the file itself, or about the command line.
constexpr std::array<std::string_view, 3> kNotInFiles = {"config", "help", "no-config"};

template <typename Names>
bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool names_a_file(const Flag& flag) {
  return flag.argument == "FILE" || flag.argument == "DIR" || flag.argument == "REPORT";
}

constexpr std::size_t kMaxBytes = std::size_t{1} << 20U;
// Tables lie in one another as deep as a key, which stands on one line, has dots, and are let go of
// one within the other: a stranger's file must not have so many that the stack ends.
constexpr std::ptrdiff_t kMaxDots = 2000;

bool is_too_deep(std::string_view toml) {
  while (!toml.empty()) {
    const std::string_view line = toml.substr(0, toml.find('\n'));
    if (std::count(line.begin(), line.end(), '.') > kMaxDots) return true;
    toml.remove_prefix(std::min(line.size() + 1, toml.size()));
  }
  return false;
}

class Reader {
 public:
  Reader(std::string file, const std::vector<Flag>& flags)
      : file_(std::move(file)), flags_(&flags) {}

  ConfigurationFile read() {
    ConfigurationFile result;
    const toml::table table = parse();
    for (const auto& [key, node] : table) {
      if (key.str() == "override") {
        read_overrides(node, result.overrides);
      } else if (const Flag* const flag = flag_named(key.str())) {
        read_option(*flag, node, result.options);
      } else {
        report(key.source(), "unknown key '" + std::string(key.str()) + "'");
      }
    }
    if (!problems_.empty()) throw ConfigurationError(sorted_problems());
    return result;
  }

 private:
  toml::table parse() {
    std::ifstream in(file_, std::ios::binary);
    std::string content(kMaxBytes + 1, '\0');
    in.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(in.gcount()));
    if (!in.eof() && !in) throw ConfigurationError(file_ + ": cannot be read");
    if (content.size() > kMaxBytes) throw ConfigurationError(file_ + ": is larger than 1 MiB");
    if (is_too_deep(content)) {
      throw ConfigurationError(file_ + ": has a line of more than " + std::to_string(kMaxDots) +
                               " dots");
    }
    try {
      return toml::parse(content, file_);
    } catch (const toml::parse_error& error) {
      throw ConfigurationError(place_of(error.source()) + ": " + std::string(error.description()));
    }
  }

  [[nodiscard]] std::string place_of(const toml::source_region& region) const {
    return file_ + ":" + std::to_string(region.begin.line) + ":" +
           std::to_string(region.begin.column);
  }

  void report(const toml::source_region& region, const std::string& message) {
    problems_.push_back({region.begin, place_of(region) + ": " + message});
  }

  /// By place; toml++ has a table's keys by name.
  std::string sorted_problems() {
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const Problem& a, const Problem& b) { return a.at < b.at; });
    std::string all;
    for (const Problem& problem : problems_) all += (all.empty() ? "" : "\n") + problem.message;
    return all;
  }

  [[nodiscard]] const Flag* flag_named(std::string_view name) const {
    if (holds(kNotInFiles, name)) return nullptr;
    const auto found = std::find_if(flags_->begin(), flags_->end(),
                                    [&](const Flag& flag) { return flag.name == name; });
    return found == flags_->end() ? nullptr : &*found;
  }

  void read_option(const Flag& flag, const toml::node& node, std::vector<ConfiguredOption>& out) {
    if (flag.argument.empty()) return read_switch(flag, node, out);
    if (node.is_array() && (flag.repeatable || flag.argument == "LIST")) {
      return read_items(flag, *node.as_array(), out);
    }
    if (const auto value = text_of(flag, node)) add(flag, *value, node, out);
  }

  void read_switch(const Flag& flag, const toml::node& node, std::vector<ConfiguredOption>& out) {
    const auto* const value = node.as_boolean();
    if (value == nullptr) return report(node.source(), "expected true or false");
    out.push_back({std::string(flag.name), "", value->get()});
  }

  void read_items(const Flag& flag, const toml::array& items, std::vector<ConfiguredOption>& out) {
    std::string list;
    for (const toml::node& item : items) {
      const auto value = text_of(flag, item);
      if (!value) continue;
      if (flag.repeatable) add(flag, *value, item, out);
      list.append(list.empty() ? "" : ",").append(*value);
    }
    if (!flag.repeatable && !list.empty()) add(flag, list, items, out);
  }

  std::optional<std::string> text_of(const Flag& flag, const toml::node& node) {
    if (const auto* const text = node.as_string()) return text->get();
    const auto* const number = node.as_integer();
    const bool takes_number = flag.argument == "N" || flag.argument == "RISK";
    if (number != nullptr && takes_number) return std::to_string(number->get());
    report(node.source(), takes_number ? "expected a number" : "expected a string");
    return std::nullopt;
  }

  void add(const Flag& flag, const std::string& value, const toml::node& node,
           std::vector<ConfiguredOption>& out) {
    try {
      Settings tried;
      flag.set(tried, value);
    } catch (const UsageError& error) {
      return report(node.source(), error.what());
    }
    std::filesystem::path path = value;
    if (names_a_file(flag) && value != "-" && !value.empty()) {
      path = std::filesystem::path(file_).parent_path() / path;
    }
    out.push_back({std::string(flag.name), path.string()});
  }

  void read_overrides(const toml::node& node, std::vector<Override>& out) {
    const toml::array* const tables = node.as_array();
    if (tables == nullptr || !tables->is_homogeneous(toml::node_type::table)) {
      return report(node.source(), "expected tables: [[override]]");
    }
    for (const toml::node& table : *tables) read_override(*table.as_table(), out.emplace_back());
  }

  void read_override(const toml::table& table, Override& out) {
    out.place = place_of(table.source());
    for (const auto& [key, node] : table) {
      if (key.str() == "paths") {
        read_patterns(node, out.patterns);
      } else if (const Flag* const flag = flag_named(key.str());
                 flag != nullptr && holds(kPerPath, key.str())) {
        read_option(*flag, node, out.options);
      } else {
        report(key.source(), flag == nullptr
                                 ? "unknown key '" + std::string(key.str()) + "'"
                                 : "'" + std::string(key.str()) + "' is for all paths or none");
      }
    }
    if (!table.contains("paths")) report(table.source(), "missing key 'paths'");
  }

  void read_patterns(const toml::node& node, std::vector<std::string>& out) {
    const toml::array* const items = node.as_array();
    if (items == nullptr || items->empty()) {
      return report(node.source(), "expected an array of patterns");
    }
    for (const toml::node& item : *items) {
      const auto* const text = item.as_string();
      if (text == nullptr || text->get().empty()) {
        report(item.source(), "expected a string that is not empty");
      } else {
        out.push_back(text->get());
      }
    }
  }

  struct Problem {
    toml::source_position at;
    std::string message;
  };

  std::string file_;
  const std::vector<Flag>* flags_;
  std::vector<Problem> problems_;
};

}  // namespace

ConfigurationFile read_configuration_file(const std::string& file, const std::vector<Flag>& flags) {
  return Reader(file, flags).read();
}

}  // namespace claimlint::cli
