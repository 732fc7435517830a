// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::input {

/// The strings of a JSON-LD script that are text for people (name, description, reviewBody, ...),
/// in order, without their quotes. Total: a script that is no JSON gives what looks like it.
std::vector<Span> find_json_texts(std::string_view markup, Span script);

/// A character of a JSON string, as it stands or as the escape that means it.
struct JsonCharacter {
  Span source;
  char32_t value = 0;
};

/// Reads the character at `at`, which must lie before `end`. Half a surrogate pair is U+FFFD.
JsonCharacter read_json_character(std::string_view markup, std::size_t at, std::size_t end);

}  // namespace claimlint::input
