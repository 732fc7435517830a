// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "settings.hpp"

namespace claimlint::cli {

/// One option of the command line. Adding one is adding an entry to a table in flags.cpp.
struct Flag {
  std::string_view name;      ///< without the dashes
  std::string_view argument;  ///< what help calls its value; empty for a switch
  std::string_view commands;  ///< that take it, by blank; `*`: all
  std::string doc;
  /// Throws UsageError for a value that does not fit.
  void (*set)(Settings& settings, const std::string& value);
  std::vector<std::string> choices = {};  ///< all values it takes, where they are few
  bool repeatable = false;                ///< given again it adds to what was given before
};

/// The flags a command takes, by name.
std::vector<Flag> flags_of(std::string_view command);

/// Reads a command's arguments over what is set already. Throws UsageError.
Settings parse(const std::vector<std::string>& arguments, const std::vector<Flag>& accepted,
               Settings settings = {});

void write_flags(std::ostream& out, const std::vector<Flag>& accepted);

}  // namespace claimlint::cli
