// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "claimlint/lexicons.hpp"
#include "json_writer.hpp"

namespace claimlint::output {

/// Equal for claims of a type whose sentences differ in case, punctuation and blanks alone.
std::uint64_t said_by(std::string_view type, std::string_view sentence);

/// The same as pages are told it: 16 hexadecimal digits.
std::string said_text(std::uint64_t said);

/// `"ID":{name, meaning, not_a_claim}`; the id alone where the lexicons know no more.
void write_type(JsonWriter& json, const Lexicons* lexicons, std::string_view id);

}  // namespace claimlint::output
