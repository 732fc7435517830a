// SPDX-License-Identifier: Apache-2.0
#include "rejections.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "fillers.hpp"
#include "stances.hpp"

namespace claimlint::claims {
namespace {

using lexicon::CueScope;
using lexicon::Rule;
using tag::CueHit;

BlockKind block_of(const Observations& seen, const Candidate& candidate) {
  const text::SentenceRange& range = seen.document.sentences[candidate.sentence];
  return seen.document.text.blocks[range.block].kind;
}

bool allows(const Rule& rule, BlockKind kind) {
  return std::find(rule.in.begin(), rule.in.end(), kind) != rule.in.end();
}

Rejection because(const Observations& seen, std::string reason, Span cue) {
  return {std::move(reason), std::string(seen.document.folded_text(cue)), cue};
}

std::optional<Rejection> reject_block(const Observations& seen, const Candidate& candidate) {
  const Rule& rule = rule_of(seen, candidate);
  const BlockKind kind = block_of(seen, candidate);
  if (rule.in.empty() || allows(rule, kind)) return std::nullopt;
  return Rejection{"block", std::string(to_string(kind)), std::nullopt};
}

bool is_written(text::Shape shape, std::string_view wanted) {
  if (shape == text::Shape::digits || shape == text::Shape::upper) return true;
  return wanted == "capital" && shape == text::Shape::capital;
}

std::optional<Rejection> reject_case(const Observations& seen, const Candidate& candidate) {
  const std::optional<std::string>& wanted = rule_of(seen, candidate).shape;
  if (!wanted) return std::nullopt;
  for (std::uint32_t i = candidate.tokens.first; i < candidate.tokens.last; ++i) {
    const text::Token& token = seen.document.tokens[i];
    if (!is_written(token.shape, *wanted)) {
      return because(seen, "case", {token.begin, token.end});
    }
  }
  return std::nullopt;
}

std::optional<Rejection> reject_sense(const Observations& seen, const Candidate& candidate,
                                      const std::vector<lexicon::Patterns::Hit>& senses) {
  for (const lexicon::Patterns::Hit& hit : senses) {
    if (seen.lexicons.unless_rule(hit.pattern) == candidate.rule &&
        hit.folded.overlaps(candidate.folded)) {
      return because(seen, "sense", hit.folded);
    }
  }
  return std::nullopt;
}

std::optional<Rejection> reject_voice(const Observations& seen, const Candidate& candidate) {
  const std::optional<Voice>& wanted = rule_of(seen, candidate).voice;
  if (!wanted || *wanted == candidate.voice) return std::nullopt;
  return Rejection{"voice", std::string(to_string(candidate.voice)), std::nullopt};
}

/// No comma or the like stands between.
bool in_one_clause(const text::Document& document, Span a, Span b) {
  const Span between = a.begin < b.begin ? Span{a.end, b.begin} : Span{b.end, a.begin};
  return document.folded_text(between).find_first_of(",;:()") == std::string_view::npos;
}

/// A cue whose scope the lexicons leave open governs its clause.
bool governs(const Observations& seen, const CueHit& hit, const Candidate& candidate) {
  const lexicon::Cue& cue = seen.lexicons.model().cues[hit.cue];
  const bool follows = hit.tokens.last <= candidate.tokens.first;
  switch (cue.scope) {
    case CueScope::sentence:
      return true;
    case CueScope::none:
      return in_one_clause(seen.document, hit.folded, candidate.folded);
    case CueScope::forward:
      if (!follows) return false;
      break;
    case CueScope::backward:
      if (follows) return false;
      break;
    case CueScope::both:
      break;
  }
  return cue.reach == 0 || words_between(hit.tokens, candidate.tokens) < cue.reach;
}

/// A cue of a class that governs a trigger without being part of it.
const CueHit* governing_cue(const Observations& seen, const Candidate& candidate,
                            std::string_view cue_class) {
  for (const CueHit& hit : seen.tags[candidate.sentence].cues) {
    const lexicon::Cue& cue = seen.lexicons.model().cues[hit.cue];
    if (cue.cue_class == cue_class && !hit.folded.overlaps(candidate.folded) &&
        governs(seen, hit, candidate)) {
      return &hit;
    }
  }
  return nullptr;
}

/// Labels, links and buttons do not end like a sentence.
bool is_bare(std::string_view line) { return !line.ends_with('.') && !line.ends_with('!'); }

/// True for a line that is mostly such words ("Home > Contact us"), or that they introduce ("Read
/// more: ..."); the same words in a longer line ("remedies for your home") are its content.
bool leads_elsewhere(const Observations& seen, std::uint32_t sentence,
                     const std::vector<Filler>& cues) {
  const text::SentenceRange& range = seen.document.sentences[sentence];
  const std::string_view line = seen.document.folded_text(range.folded);
  if (cues.empty() || !is_bare(line)) return false;
  const std::string_view rest = line.substr(cues.front().folded.end - range.folded.begin);
  if (cues.front().folded.begin == range.folded.begin && rest.starts_with(':')) return true;
  std::uint32_t words = 0;
  std::uint32_t counted_to = range.tokens.first;
  for (const Filler& cue : cues) {
    const text::TokenRange own{std::max(cue.tokens.first, counted_to), cue.tokens.last};
    words += own.size();
    counted_to = std::max(counted_to, cue.tokens.last);
  }
  return 2 * words >= range.tokens.size();
}

std::optional<Rejection> reject_navigation(const Observations& seen, const Candidate& candidate) {
  if (block_of(seen, candidate) == BlockKind::boilerplate &&
      !allows(rule_of(seen, candidate), BlockKind::boilerplate)) {
    return Rejection{"navigation", std::string(to_string(BlockKind::boilerplate)), std::nullopt};
  }
  std::vector<Filler> cues = fillers_in(seen, candidate.sentence, "navigation");
  std::erase_if(cues, [&](const Filler& cue) { return cue.folded.overlaps(candidate.folded); });
  if (!leads_elsewhere(seen, candidate.sentence, cues)) return std::nullopt;
  return because(seen, "navigation", cues.front().folded);
}

std::optional<Rejection> reject_history(const Observations& seen, const Candidate& candidate) {
  const CueHit* cue = governing_cue(seen, candidate, "history");
  if (!cue) return std::nullopt;
  return because(seen, "history", cue->folded);
}

std::optional<Rejection> reject_question(const Observations& seen, const Candidate& candidate) {
  if (!seen.context[candidate.sentence].question || rule_of(seen, candidate).questions) {
    return std::nullopt;
  }
  return Rejection{"question", {}, std::nullopt};
}

std::optional<Rejection> reject_scope(const Observations& seen, const Candidate& candidate,
                                      Stance stance) {
  const context::Scope* scope = scope_behind(seen, candidate, stance);
  if (!scope) return std::nullopt;
  return because(seen, std::string(to_string(stance)),
                 seen.tags[candidate.sentence].cues[scope->cue].folded);
}

std::optional<Rejection> reject_negated(const Observations& seen, const Candidate& candidate) {
  return reject_scope(seen, candidate, Stance::negated);
}

std::optional<Rejection> reject_refuted(const Observations& seen, const Candidate& candidate) {
  if (auto rejection = reject_scope(seen, candidate, Stance::refuted)) return rejection;
  const std::optional<std::uint32_t> by = seen.context[candidate.sentence].refuted_by;
  if (!by) return std::nullopt;
  const std::vector<Filler> cues = fillers_in(seen, *by, "refutation");
  const Span words = cues.empty() ? seen.document.sentences[*by].folded : cues.front().folded;
  return because(seen, "refuted", words);
}

}  // namespace

std::optional<Rejection> reject_trigger(const Observations& seen, const Candidate& candidate,
                                        const std::vector<lexicon::Patterns::Hit>& senses) {
  if (auto rejection = reject_block(seen, candidate)) return rejection;
  if (auto rejection = reject_case(seen, candidate)) return rejection;
  return reject_sense(seen, candidate, senses);
}

std::optional<Rejection> reject_reading(const Observations& seen, const Candidate& candidate) {
  using Check = std::optional<Rejection> (*)(const Observations&, const Candidate&);
  constexpr std::array<Check, 6> kChecks = {reject_voice,    reject_navigation, reject_history,
                                            reject_question, reject_negated,    reject_refuted};
  for (const Check check : kChecks) {
    if (auto rejection = check(seen, candidate)) return rejection;
  }
  return std::nullopt;
}

}  // namespace claimlint::claims
