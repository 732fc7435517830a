// SPDX-License-Identifier: Apache-2.0
#include "configuration.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "configuration_file.hpp"
#include "terminal.hpp"

namespace claimlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = ".claimlint.toml";

/// Where the search begins: the first path, or here where that is standard input or a list.
fs::path first_folder(const Settings& settings) {
  const std::string first = settings.arguments.empty() ? "." : settings.arguments.front();
  std::error_code error;
  const fs::path path = fs::absolute(first == "-" ? "." : first, error);
  return fs::is_directory(path, error) ? path : path.parent_path();
}

/// A shorter name for the same file, for people to read.
std::string seen_from_here(const fs::path& file) {
  std::error_code error;
  const std::string near = fs::proximate(file, error).string();
  return error || near.size() > file.string().size() ? file.string() : near;
}

std::optional<std::string> find_file(const Settings& settings) {
  if (settings.folders.no_config) return std::nullopt;
  if (settings.folders.config) return settings.folders.config;
  for (fs::path folder = first_folder(settings).lexically_normal();;
       folder = folder.parent_path()) {
    std::error_code error;
    if (fs::exists(folder / kFileName, error)) return seen_from_here(folder / kFileName);
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

}  // namespace

Configuration::Configuration(std::string file, std::vector<std::string> arguments)
    : file_(std::move(file)), arguments_(std::move(arguments)), flags_(flags_of("audit")) {
  ConfigurationFile read = read_configuration_file(file_, flags_);
  options_ = std::move(read.options);
  overrides_ = std::move(read.overrides);
  for (const Override& each : overrides_) patterns_.emplace_back(each.patterns);
}

Settings Configuration::settings(const std::vector<bool>& active) const {
  const Settings given = parse(arguments_, flags_);
  std::vector<ConfiguredOption> options = options_;
  for (std::size_t i = 0; i < active.size(); ++i) {
    if (!active[i]) continue;
    for (const ConfiguredOption& option : overrides_[i].options) {
      std::erase_if(options,
                    [&](const ConfiguredOption& other) { return other.name == option.name; });
      options.push_back(option);
    }
  }
  Settings settings;
  for (const ConfiguredOption& option : options) {
    if (option.on && given.given.count(option.name) == 0) set(settings, option);
  }
  return parse(arguments_, flags_, std::move(settings));
}

void Configuration::set(Settings& settings, const ConfiguredOption& option) const {
  const auto flag = std::find_if(flags_.begin(), flags_.end(),
                                 [&](const Flag& each) { return each.name == option.name; });
  if (flag != flags_.end()) flag->set(settings, option.value);
}

std::vector<bool> Configuration::active_for(std::string_view path) const {
  std::vector<bool> active;
  for (const PathPatterns& patterns : patterns_) active.push_back(patterns.cover(path));
  return active;
}

Settings configure(std::string_view command, const std::vector<std::string>& arguments) {
  Settings given = parse(arguments, flags_of(command));
  if (command != "audit" || given.help) return given;
  if (given.folders.config && given.folders.no_config) {
    throw UsageError("--config and --no-config contradict each other");
  }
  const auto file = find_file(given);
  if (!file) return given;
  auto configuration = std::make_shared<const Configuration>(*file, arguments);
  Settings settings = configuration->settings();
  // A file that came with the articles may have been found: nothing is turned off unseen.
  if (!given.quiet) std::cerr << "claimlint: options of " << printable(*file) << '\n';
  settings.folders.configuration = std::move(configuration);
  return settings;
}

}  // namespace claimlint::cli
