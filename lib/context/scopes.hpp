// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "material.hpp"

namespace claimlint::context {

/// What the cues of a sentence negate, hedge, make conditional or refute, by place of the cue.
std::vector<Scope> find_scopes(const Material& material, std::uint32_t sentence);

/// Where the clauses of a sentence begin: after ; : and dashes, at terminator cues, and for some
/// cues after commas.
class Clauses {
 public:
  Clauses(const Material& material, std::uint32_t sentence);
  /// The first clause begin at or after a token.
  [[nodiscard]] std::uint32_t end_after(std::uint32_t token, bool comma_ends) const;
  /// The begin of the clause that ends before the cue at a token.
  [[nodiscard]] std::uint32_t begin_before(std::uint32_t token) const;

 private:
  std::vector<std::uint32_t> breaks_;
  std::vector<std::uint32_t> commas_;
  std::vector<std::uint32_t> terminators_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

/// The tokens a cue's scope covers, up to the ends of its clause.
text::TokenRange reach_of(const Material& material, std::uint32_t sentence, const Clauses& clauses,
                          const tag::CueHit& hit);

}  // namespace claimlint::context
