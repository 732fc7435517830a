// SPDX-License-Identifier: Apache-2.0
#include "scopes.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>

namespace claimlint::context {
namespace {

struct ClassStance {
  std::string_view cue_class;
  Stance stance;
};

constexpr std::array kStances = std::to_array<ClassStance>({{"negation", Stance::negated},
                                                            {"hedge", Stance::hedged},
                                                            {"conditional", Stance::conditional},
                                                            {"refutation", Stance::refuted}});

std::optional<Stance> stance_for(std::string_view cue_class) {
  const auto found = std::ranges::find(kStances, cue_class, &ClassStance::cue_class);
  if (found == kStances.end()) return std::nullopt;
  return found->stance;
}

/// The dash that separates clauses: long in the source, or with blanks on both sides.
bool is_clause_dash(const text::Document& document, Span gap) {
  const std::string_view folded = document.folded_text(gap);
  const std::size_t at = folded.find('-');
  if (at == std::string_view::npos) return false;
  if (folded.find(" -") != std::string_view::npos) return true;
  const std::size_t begin = gap.begin + at;
  return document.clean_text({begin, begin + 1}) == "\xE2\x80\x94";
}

/// By token of the sentence: whether a cue of the class covers it.
std::vector<bool> tokens_of_class(const Material& material, std::uint32_t sentence,
                                  std::string_view cue_class) {
  const text::TokenRange tokens = material.sentence(sentence).tokens;
  std::vector<bool> covered(tokens.size(), false);
  for (const tag::CueHit& hit : material.tags[sentence].cues) {
    if (material.cue(hit).cue_class != cue_class) continue;
    for (std::uint32_t i = hit.tokens.first; i < hit.tokens.last; ++i) {
      covered[i - tokens.first] = true;
    }
  }
  return covered;
}

bool any_in(const std::vector<bool>& covered, text::TokenRange tokens, std::uint32_t begin) {
  const auto first = covered.begin() + (tokens.first - begin);
  const auto last = covered.begin() + (tokens.last - begin);
  return std::find(first, last, true) != last;
}

}  // namespace

Clauses::Clauses(const Material& material, std::uint32_t sentence) {
  const text::Document& document = material.document;
  const text::TokenRange tokens = material.sentence(sentence).tokens;
  for (std::uint32_t token = tokens.first + 1; token < tokens.last; ++token) {
    const Span gap{document.tokens[token - 1].end, document.tokens[token].begin};
    const std::string_view folded = document.folded_text(gap);
    if (folded.find_first_of(";:") != std::string_view::npos || is_clause_dash(document, gap)) {
      breaks_.push_back(token);
    }
    if (folded.find(',') != std::string_view::npos) commas_.push_back(token);
  }
  for (const tag::CueHit& hit : material.tags[sentence].cues) {
    if (material.cue(hit).cue_class == "terminator") terminators_.push_back(hit.tokens.first);
  }
  std::ranges::sort(terminators_);
  end_ = tokens.last;
  begin_ = tokens.first;
}

std::uint32_t Clauses::end_after(std::uint32_t token, bool comma_ends) const {
  const auto next = [&](const std::vector<std::uint32_t>& starts) {
    const auto found = std::ranges::lower_bound(starts, token);
    return found == starts.end() ? end_ : *found;
  };
  const std::uint32_t end = std::min(next(breaks_), next(terminators_));
  return comma_ends ? std::min(end, next(commas_)) : end;
}

std::uint32_t Clauses::begin_before(std::uint32_t token) const {
  const auto last_of = [&](const std::vector<std::uint32_t>& starts, auto found) {
    return found == starts.begin() ? begin_ : *std::prev(found);
  };
  // A terminator at the token itself is part of the cue that begins there.
  return std::max(last_of(breaks_, std::ranges::upper_bound(breaks_, token)),
                  last_of(terminators_, std::ranges::lower_bound(terminators_, token)));
}

text::TokenRange reach_of(const Material& material, std::uint32_t sentence, const Clauses& clauses,
                          const tag::CueHit& hit) {
  using lexicon::CueScope;
  const lexicon::Cue& cue = material.cue(hit);
  if (cue.scope == CueScope::none || hit.tokens.empty()) return {};
  if (cue.scope == CueScope::sentence) return material.sentence(sentence).tokens;
  text::TokenRange range = hit.tokens;
  if (cue.scope != CueScope::backward) {
    // The main clause after "if ..., " is no condition.
    range.last = clauses.end_after(hit.tokens.last, cue.cue_class == "conditional");
    if (cue.reach > 0) range.last = std::min(range.last, hit.tokens.last + cue.reach);
  }
  if (cue.scope != CueScope::forward) {
    range.first = clauses.begin_before(hit.tokens.first);
    if (cue.reach > 0 && hit.tokens.first - range.first > cue.reach) {
      range.first = hit.tokens.first - cue.reach;
    }
  }
  // The cue is part of what it denies only where it looks both ways: "no side effects" is a claim.
  if (cue.scope == CueScope::forward) range.first = hit.tokens.last;
  if (cue.scope == CueScope::backward) range.last = hit.tokens.first;
  return range;
}

std::vector<Scope> find_scopes(const Material& material, std::uint32_t sentence) {
  std::vector<Scope> scopes;
  const Clauses clauses(material, sentence);
  const std::vector<bool> cancelled = tokens_of_class(material, sentence, "pseudo_negation");
  const std::uint32_t begin = material.sentence(sentence).tokens.first;
  const std::vector<tag::CueHit>& cues = material.tags[sentence].cues;
  for (std::uint32_t i = 0; i < cues.size(); ++i) {
    const std::optional<Stance> stance = stance_for(material.cue(cues[i]).cue_class);
    if (!stance || cues[i].tokens.empty()) continue;
    if (*stance == Stance::negated && any_in(cancelled, cues[i].tokens, begin)) continue;
    const text::TokenRange tokens = reach_of(material, sentence, clauses, cues[i]);
    if (!tokens.empty()) scopes.push_back({*stance, i, tokens});
  }
  return scopes;
}

}  // namespace claimlint::context
