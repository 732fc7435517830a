// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "flat.hpp"
#include "model.hpp"

namespace claimlint::lexicon {

/// Stands at the head of the binary form; raised whenever that changes.
inline constexpr std::uint64_t kBinaryFormat = 9;

/// The form in which lexicons are embedded in the library and cached: a header with a SHA-256 of
/// the rest, then the format number, then all that Compiled needs, laid out to be used in place.
/// The same model gives the same bytes. The model must have passed check_references.
std::string compile(const Model& model);

/// The SHA-256 that the header tells. Throws std::runtime_error where there is none.
std::string_view digest_of(std::string_view bytes);

/// Throws std::runtime_error where the bytes do not have the SHA-256 that they tell.
void require_intact(std::string_view bytes);

/// What comes behind the format number. The bytes must begin at a multiple of kFlatAlignment.
/// Throws std::runtime_error where they are not in this format.
FlatReader open_binary(std::string_view bytes, FlatReader::Trust trust);

/// Throws std::runtime_error for bytes that are no rulebook.
Rulebook read_rulebook(FlatReader& in);

}  // namespace claimlint::lexicon
