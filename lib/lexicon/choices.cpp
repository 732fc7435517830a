// SPDX-License-Identifier: Apache-2.0
#include "choices.hpp"

namespace claimlint::lexicon {

std::string_view to_string(Side value) {
  constexpr std::array<std::string_view, 3> kNames{"near", "before", "after"};
  return kNames.at(static_cast<std::size_t>(value));
}

std::string_view to_string(RoleDemand::Reach value) {
  constexpr std::array<std::string_view, 3> kNames{"tokens", "sentence", "heading"};
  return kNames.at(static_cast<std::size_t>(value));
}

std::string_view to_string(CueScope value) {
  constexpr std::array<std::string_view, 5> kNames{"none", "forward", "backward", "both",
                                                   "sentence"};
  return kNames.at(static_cast<std::size_t>(value));
}

std::string_view to_string(WordKind value) {
  constexpr std::array<std::string_view, 7> kNames{"ordinary", "common", "opening", "closing",
                                                   "prefix",   "suffix", "ending"};
  return kNames.at(static_cast<std::size_t>(value));
}

}  // namespace claimlint::lexicon
