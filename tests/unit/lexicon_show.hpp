// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

/// Lets a failing CHECK show lists of strings.
template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static doctest::String convert(const std::vector<std::string>& lines) {
    std::string shown;
    for (const std::string& line : lines) shown += "\n    " + line;
    return shown.c_str();
  }
};
