// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claimlint/report.hpp"
#include "lexicon/compiled.hpp"
#include "tag/tag.hpp"
#include "text/text.hpp"

namespace claimlint::context {

/// A stretch of a sentence that a cue changes the stance of. Cue classes with a meaning here:
/// negation, pseudo_negation (cancels a negation it covers), terminator (ends scopes), hedge,
/// conditional, refutation (refuted, its whole scope), attribution ("you may read that"), myth
/// (label or heading over what is denied), warning_heading and avoid_heading
/// (all of its section or list is), doubt (often: quotations are specimens, unless the article
/// invites to buy or book: invites). Voices are read
/// from first_person, third_person, past, speech, title, professional, general (groups, "you"),
/// story, cautionary (a block that warns tells no testimonial), diary, testimonial_heading and
/// signature.
struct Scope {
  Stance stance = Stance::negated;
  std::uint32_t cue = 0;  ///< into SentenceTags::cues
  text::TokenRange tokens;
};

/// A stretch spoken by somebody else than the author.
struct VoiceScope {
  Voice voice = Voice::quoted;
  text::TokenRange tokens;
};

struct SentenceContext {
  bool question = false;
  std::vector<Scope> scopes;
  std::vector<VoiceScope> voices;
  /// The next sentence (or the one after) denies this one: "Studies do not bear this out."
  std::optional<std::uint32_t> refuted_by;  ///< index of the sentence that does

  /// The strongest stance of a range: refuted, negated, question, conditional, hedged, asserted. A
  /// scope counts where it holds the range's first token, so "no side effects" is not negated by
  /// its own "no".
  [[nodiscard]] Stance stance_of(text::TokenRange range) const;
  /// The scope behind that stance; null where there is none.
  [[nodiscard]] const Scope* scope_of(text::TokenRange range, Stance stance) const;
  [[nodiscard]] Voice voice_of(text::TokenRange range) const;
};

/// The context of every sentence; one entry for each.
std::vector<SentenceContext> read_context(const text::Document& document,
                                          const std::vector<tag::SentenceTags>& tags,
                                          const lexicon::Compiled& lexicons);

}  // namespace claimlint::context
