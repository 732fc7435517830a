// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "model.hpp"

namespace claimlint::lexicon {

std::string_view to_string(Side value);
std::string_view to_string(RoleDemand::Reach value);
std::string_view to_string(CueScope value);
std::string_view to_string(WordKind value);

/// The last value of an enumeration; each begins with zero and has no gaps.
template <typename Enum>
inline constexpr Enum kLast{};
template <>
inline constexpr Severity kLast<Severity> = Severity::high;
template <>
inline constexpr BlockKind kLast<BlockKind> = BlockKind::boilerplate;
template <>
inline constexpr MentionKind kLast<MentionKind> = MentionKind::provider;
template <>
inline constexpr Voice kLast<Voice> = Voice::quoted;
template <>
inline constexpr Stance kLast<Stance> = Stance::refuted;
template <>
inline constexpr SupportStatus kLast<SupportStatus> = SupportStatus::textbook;
template <>
inline constexpr Confidence kLast<Confidence> = Confidence::high;
template <>
inline constexpr Target kLast<Target> = Target::disease;
template <>
inline constexpr Side kLast<Side> = Side::after;
template <>
inline constexpr RoleDemand::Reach kLast<RoleDemand::Reach> = RoleDemand::Reach::heading;
template <>
inline constexpr CueScope kLast<CueScope> = CueScope::sentence;
template <>
inline constexpr WordKind kLast<WordKind> = WordKind::ending;

/// The value a name stands for, by the names that to_string gives.
template <typename Enum>
std::optional<Enum> value_of(std::string_view name) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(kLast<Enum>); ++i) {
    const auto value = static_cast<Enum>(i);
    if (to_string(value) == name) return value;
  }
  return std::nullopt;
}

}  // namespace claimlint::lexicon
