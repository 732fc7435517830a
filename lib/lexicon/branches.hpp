// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "symbols.hpp"
#include "syntax.hpp"

namespace claimlint::lexicon {

/// What may come next: by class, and whether nothing need come.
struct First {
  ClassMask mask = 0;
  bool empty = false;

  /// With what comes behind, where nothing need come before.
  [[nodiscard]] First then(First next) const {
    return empty ? First{mask | next.mask, next.empty} : *this;
  }
};

ClassMask mask_of_symbol(char symbol);
ClassMask mask_of_set(const CharacterSet& set);
First first_of(const Syntax& syntax);
First first_of(std::span<const Syntax> parts);

/// An alternative: a literal, then the rest of a sequence.
struct Branch {
  std::string_view literal;
  std::span<const Syntax> rest;

  [[nodiscard]] First first() const;
};

using Branches = std::vector<Branch>;

/// Adds what a part stands for, alternatives within it one by one.
void add_branches(const Syntax& part, Branches& branches);

std::string_view common_head(const Branches& branches);

/// One character of these alternatives, where each is one of ASCII.
std::optional<CharacterSet> as_set(const Branches& branches);

}  // namespace claimlint::lexicon
