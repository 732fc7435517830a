// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/path_patterns.hpp"
#include "flags.hpp"
#include "settings.hpp"

namespace claimlint::cli {

/// A configuration file cannot be used. The message has a line for each problem, with its place.
class ConfigurationError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An option of a configuration file, as if it stood on the command line.
struct ConfiguredOption {
  std::string name;
  std::string value;
  bool on = true;  ///< false: a switch that is turned off
};

/// Options for the documents whose report path fits one of the patterns.
struct Override {
  std::vector<std::string> patterns;
  std::vector<ConfiguredOption> options;
  std::string place;
};

/// What `.claimlint.toml` says, under what the command line says.
class Configuration {
 public:
  /// Reads a file. Throws ConfigurationError that names all that is wrong with it.
  Configuration(std::string file, std::vector<std::string> arguments);

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const std::vector<Override>& overrides() const { return overrides_; }

  /// The settings with these of the overrides, the later over the earlier.
  [[nodiscard]] Settings settings(const std::vector<bool>& active = {}) const;

  /// Which overrides are for this document.
  [[nodiscard]] std::vector<bool> active_for(std::string_view path) const;

 private:
  void set(Settings& settings, const ConfiguredOption& option) const;

  std::string file_;
  std::vector<std::string> arguments_;
  std::vector<Flag> flags_;
  std::vector<ConfiguredOption> options_;
  std::vector<Override> overrides_;
  std::vector<PathPatterns> patterns_;  ///< of the overrides
};

/// The settings of a command line, over those of the configuration file that is for it. Throws
/// UsageError and ConfigurationError.
Settings configure(std::string_view command, const std::vector<std::string>& arguments);

}  // namespace claimlint::cli
