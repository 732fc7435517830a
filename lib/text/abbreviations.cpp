// SPDX-License-Identifier: Apache-2.0
#include "sentences.hpp"

namespace claimlint::text {

Abbreviations::Abbreviations(std::span<const std::string> terms) {
  constexpr std::string_view kBeforeNumber = " #";
  for (const std::string& term : terms) {
    if (term.ends_with(kBeforeNumber)) {
      before_number_.insert(term.substr(0, term.size() - kBeforeNumber.size()));
    } else {
      always_.insert(term);
    }
  }
}

bool Abbreviations::contains(std::string_view word, bool before_number) const {
  const std::string key(word);
  return always_.contains(key) || (before_number && before_number_.contains(key));
}

}  // namespace claimlint::text
