// SPDX-License-Identifier: Apache-2.0
#include "severity_cases.hpp"

#include <algorithm>
#include <string_view>

namespace claimlint::judge {
namespace {

using claims::Candidate;
using lexicon::SeverityTerm;

std::string with_words(std::string_view name, std::string_view words) {
  return std::string(name) + " (" + std::string(words) + ")";
}

/// A tag or cue of that name in the claim's sentence, with its words.
std::optional<std::string> named_in_sentence(std::string_view name, const Weighed& weighed) {
  const claims::Observations& seen = weighed.seen;
  const tag::SentenceTags& tags = seen.tags[weighed.judgement.candidate.sentence];
  for (const tag::Tag& tag : tags.tags) {
    if (to_string(tag.kind) == name) return with_words(name, seen.document.folded_text(tag.folded));
  }
  for (const tag::CueHit& hit : tags.cues) {
    const lexicon::Cue& cue = seen.lexicons.model().cues[hit.cue];
    if (cue.cue_class != name && cue.id != name) continue;
    return with_words(name, seen.document.folded_text(hit.folded));
  }
  return std::nullopt;
}

/// True where `type` is of that name or family.
bool is_of(std::string_view type, std::string_view name) {
  return type.starts_with(name) && (type.size() == name.size() || type[name.size()] == '.');
}

/// Another claim of that type or family, or of any, that stands in the sentence.
std::optional<std::string> claimed_beside(std::string_view name, const Weighed& weighed) {
  for (const Judgement& other : weighed.sentence) {
    if (&other == &weighed.judgement || !other.unsupported) continue;
    const std::string& type = rule_of(weighed.seen, other.candidate).type;
    if (name == "claim" || is_of(type, name)) return "also " + type;
  }
  return std::nullopt;
}

/// What the claim itself is: its block, voice, stance or target.
bool is_itself(std::string_view name, const Weighed& weighed) {
  const Candidate& candidate = weighed.judgement.candidate;
  const text::Document& document = weighed.seen.document;
  const BlockKind block = document.text.blocks[document.sentences[candidate.sentence].block].kind;
  return name == to_string(block) || name == to_string(candidate.voice) ||
         name == to_string(candidate.stance) || name == to_string(weighed.judgement.target);
}

std::optional<std::string> why_named(std::string_view name, const Weighed& weighed) {
  if (is_itself(name, weighed)) return std::string(name);
  if (auto words = named_in_sentence(name, weighed)) return words;
  return claimed_beside(name, weighed);
}

std::optional<std::string> why_any(const SeverityTerm& term, const Weighed& weighed) {
  for (const std::string& name : term.any_of) {
    if (auto why = why_named(name, weighed)) return why;
  }
  return std::nullopt;
}

std::string none_of(const SeverityTerm& term) {
  std::string names;
  for (const std::string& name : term.any_of) names += (names.empty() ? "no " : " or ") + name;
  return names;
}

}  // namespace

std::optional<std::string> why_holds(const lexicon::SeverityCase& one, const Weighed& weighed) {
  std::string whole;
  for (const SeverityTerm& term : one.when) {
    const std::optional<std::string> why = why_any(term, weighed);
    if (why.has_value() == term.absent) return std::nullopt;
    whole += (whole.empty() ? "" : ", ") + (why ? *why : none_of(term));
  }
  return whole;
}

}  // namespace claimlint::judge
