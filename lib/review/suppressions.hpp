// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claimlint/lexicons.hpp"
#include "claimlint/report.hpp"
#include "input/input.hpp"
#include "text/text.hpp"

namespace claimlint::review {

/// A comment of an article that asks to pass over claims. Spans are of the source.
struct Suppression {
  std::vector<std::string> names;  ///< types, rules, or what they begin with; empty: all
  std::string reason;
  Span comment;
  Span range;  ///< claims that begin here
  bool used = false;
};

struct Suppressions {
  std::vector<Suppression> entries;  ///< in the order of the article
  std::vector<Note> notes;           ///< what could not be understood, and does nothing
};

/// Understands the comments of an article; docs/decisions.md has their grammar.
Suppressions read_suppressions(const std::vector<input::Directive>& directives,
                               const text::Text& text, const Lexicons& lexicons);

/// The first suppression that a claim falls under; null where there is none.
Suppression* find_suppression(Suppressions& suppressions, const Claim& claim);

}  // namespace claimlint::review
