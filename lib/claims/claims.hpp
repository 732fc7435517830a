// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claimlint/report.hpp"
#include "context/context.hpp"
#include "lexicon/compiled.hpp"
#include "tag/tag.hpp"
#include "text/text.hpp"

namespace claimlint::claims {

/// A role of a candidate, filled by a tag or by the words of a cue.
struct Role {
  std::string name;  ///< a mention kind, a cue class, `cause`, `effect` (the trigger of an efficacy
                     ///< claim), or `heading` (the rule stood there)
  std::uint32_t sentence = 0;
  Span folded;
  std::uint32_t concept_index = text::kNone;
  std::uint32_t cue = text::kNone;  ///< into Model::cues, where that says which kind it is
  friend bool operator==(const Role&, const Role&) = default;
};

/// Why a candidate does not stand; `folded` is in the candidate's own sentence unless said.
struct Rejection {
  std::string reason;  ///< role, sense, case, block, voice, question, navigation, history, negated,
                       ///< refuted (there `folded` may lie in the sentence that refutes), covered
  std::string cue;     ///< the words that decided; for `role` what is missing: "condition"; for
                       ///< `covered` the rule of the same type that says it
  std::optional<Span> folded;
};

/// A rule's trigger found in the text.
struct Candidate {
  std::uint32_t rule = 0;  ///< into Model::rules
  std::uint32_t sentence = 0;
  Span folded;  ///< the trigger; the whole sentence for a rule that asks for nothing but a voice;
                ///< the item's mention where the trigger stands in the heading above
  text::TokenRange tokens;
  std::vector<Role> roles;
  Stance stance = Stance::asserted;
  Voice voice = Voice::author;
  std::optional<Rejection> rejection;
};

/// What the stages before have found out about a document.
struct Observations {
  const text::Document& document;
  const std::vector<tag::SentenceTags>& tags;
  const std::vector<context::SentenceContext>& context;
  const lexicon::Compiled& lexicons;
};

/// The rule that a candidate is of.
inline const lexicon::Rule& rule_of(const Observations& seen, const Candidate& candidate) {
  return seen.lexicons.model().rules[candidate.rule];
}

/// All candidates, by sentence, place and rule, rejected ones included. A rule has at most one
/// candidate in a sentence: its first trigger that stands, else its first. Where several rules of
/// one type stand in a sentence, only one is left standing, so that a report does not say the same
/// thing twice: the one of the gravest default severity, then with the longest trigger, then the
/// first. The others are rejected as `covered`.
std::vector<Candidate> find_claims(const Observations& observations);

}  // namespace claimlint::claims
