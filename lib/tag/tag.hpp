// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claimlint/report.hpp"
#include "lexicon/compiled.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// Something named in the text. Offsets are bytes of the folded text.
struct Tag {
  MentionKind kind = MentionKind::anatomy;
  std::uint32_t concept_index = text::kNone;  ///< into Model::concepts; kNone for quantities
  Span folded;
  text::TokenRange tokens;
  bool repaired = false;
  double value = 0;  ///< quantities, in the canonical unit
  std::string unit;  ///< canonical; empty where the number counts nothing known
};

/// A cue of the lexicons found in the text.
struct CueHit {
  std::uint32_t cue = 0;  ///< into Model::cues
  Span folded;
  text::TokenRange tokens;
};

/// What can fill a role: a tag, or the words of a cue.
struct Filler {
  std::uint32_t role = 0;  ///< of lexicon::Roles
  Span folded;
  text::TokenRange tokens;
  std::uint32_t concept_index = text::kNone;
  std::uint32_t cue = text::kNone;  ///< into Model::cues
};

/// What was found in one sentence, each list by place.
struct SentenceTags {
  std::vector<Tag> tags;
  std::vector<CueHit> cues;
  std::vector<Filler> fillers;  ///< all of both
  std::uint32_t longest = 0;    ///< of the fillers, in words
};

/// Tags every sentence of a mended document (mend.hpp); one entry for each. Tags of a sentence do
/// not overlap, except that a quantity or citation may overlap others.
std::vector<SentenceTags> tag(const text::Document& document, const lexicon::Compiled& lexicons);

}  // namespace claimlint::tag
