// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What lexicons may take, so that neither a slip nor ill will in one hangs or exhausts the
/// program. The shipped ones keep within a fifth of each.
namespace claimlint::lexicon {

/// Of one file. A million names take half of this, and some ten times their size while they are
/// parsed.
inline constexpr std::uintmax_t kMaxFileBytes = std::uintmax_t{128} << 20U;
/// Of all files of a folder.
inline constexpr std::uintmax_t kMaxFolderBytes = std::uintmax_t{256} << 20U;
/// Names between the dots of one key.
inline constexpr std::size_t kMaxKeyParts = 100;
/// Names of concepts and units.
inline constexpr std::size_t kMaxNames = 5'000'000;
/// Bytes of an expression.
inline constexpr std::size_t kMaxExpression = std::size_t{256} << 10U;
/// Bytes of one with its cue classes written out: classes of classes can double with each.
inline constexpr std::size_t kMaxClassExpression = std::size_t{96} << 10U;
/// Bytes of all cue classes written out.
inline constexpr std::size_t kMaxClassBytes = std::size_t{64} << 20U;
/// Cue classes that stand in one another.
inline constexpr std::size_t kMaxClassDepth = 32;
/// Groups of an expression that lie in one another.
inline constexpr std::size_t kMaxDepth = 100;
/// Steps of the program that RE2 makes of an expression, and of all that a folder brings.
inline constexpr std::size_t kMaxSteps = 100'000;
inline constexpr std::size_t kMaxAllSteps = 10'000'000;

/// How deep groups of an expression lie in one another; at least as deep as they do.
std::size_t depth_of(std::string_view expression);

/// The longest key of a TOML file, in names between dots.
std::size_t longest_key(std::string_view toml);

}  // namespace claimlint::lexicon
