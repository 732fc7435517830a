// SPDX-License-Identifier: Apache-2.0
#include "claims.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "demands.hpp"
#include "frame.hpp"
#include "lexicon/pattern_memory.hpp"
#include "rejections.hpp"
#include "senses.hpp"
#include "spread.hpp"
#include "stances.hpp"
#include "voiced.hpp"

namespace claimlint::claims {
namespace {

using lexicon::Patterns;

/// The candidates of one sentence by rule.
using ByRule = std::map<std::uint32_t, Candidate>;

/// A trigger without a word in it (a row of stars) stands between two tokens.
text::TokenRange tokens_of(const text::Document& document, Span folded) {
  const text::TokenRange range = document.tokens_in(folded);
  if (!range.empty()) return range;
  const auto next = std::lower_bound(
      document.tokens.begin(), document.tokens.end(), folded.begin,
      [](const text::Token& token, std::size_t offset) { return token.begin < offset; });
  const auto index = static_cast<std::uint32_t>(next - document.tokens.begin());
  return {index, index};
}

std::vector<Candidate> triggers_in(const Observations& seen, std::uint32_t sentence,
                                   lexicon::PatternMemory& memory) {
  const Span within = seen.document.sentences[sentence].folded;
  std::vector<Candidate> triggers = voiced_triggers(seen, sentence);
  for (const Patterns::Hit& hit :
       seen.lexicons.rule_patterns().find(seen.document, within, memory)) {
    Candidate trigger;
    trigger.rule = hit.pattern;
    trigger.sentence = sentence;
    trigger.folded = hit.folded;
    trigger.tokens = tokens_of(seen.document, hit.folded);
    triggers.push_back(std::move(trigger));
  }
  return triggers;
}

/// Where the rules of the triggers do not mean what they look for.
const std::vector<Patterns::Hit>& senses_in(const Observations& seen, std::uint32_t sentence,
                                            const std::vector<Candidate>& triggers,
                                            lexicon::PatternMemory& memory) {
  const Span within = seen.document.sentences[sentence].folded;
  std::vector<std::uint32_t> rules;
  rules.reserve(triggers.size());
  for (const Candidate& trigger : triggers) rules.push_back(trigger.rule);
  return find_senses(seen.lexicons, seen.document, within, std::move(rules), memory);
}

void examine(const Observations& seen, const std::vector<Patterns::Hit>& senses,
             Candidate& candidate) {
  const DemandMatch match = match_demands(seen, candidate);
  candidate.roles = frame_of(seen, candidate, match);
  candidate.stance = stance_of(seen, candidate);
  candidate.voice = seen.context[candidate.sentence].voice_of(candidate.tokens);
  candidate.rejection = reject_trigger(seen, candidate, senses);
  if (!candidate.rejection && match.missing) {
    candidate.rejection = Rejection{"role", *match.missing, std::nullopt};
  }
  if (!candidate.rejection) candidate.rejection = reject_reading(seen, candidate);
}

/// Keeps the first of a rule that stands, else the first.
void keep_first(ByRule& found, Candidate candidate) {
  const std::uint32_t rule = candidate.rule;
  const auto [entry, added] = found.try_emplace(rule, std::move(candidate));
  // Where it was not added, it was not moved.
  if (!added && entry->second.rejection && !candidate.rejection) {
    entry->second = std::move(candidate);
  }
}

ByRule candidates_in(const Observations& seen, std::uint32_t sentence,
                     lexicon::PatternMemory& memory) {
  ByRule found;
  std::vector<Candidate> triggers = triggers_in(seen, sentence, memory);
  if (triggers.empty()) return found;
  const std::vector<Patterns::Hit>& senses = senses_in(seen, sentence, triggers, memory);
  for (Candidate& trigger : triggers) {
    examine(seen, senses, trigger);
    keep_first(found, std::move(trigger));
  }
  return found;
}

/// An item says itself whether the claim above holds for it; where its own words only leave a role
/// open, the line above fills it.
void add_spread(const Observations& seen, std::vector<ByRule>& found) {
  std::vector<Candidate> spreading;
  for (const ByRule& in_sentence : found) {
    for (const auto& [rule, candidate] : in_sentence) {
      for (Candidate& item : spread(seen, candidate)) spreading.push_back(std::move(item));
    }
  }
  for (Candidate& item : spreading) {
    ByRule& own = found[item.sentence];
    const auto entry = own.find(item.rule);
    if (entry == own.end()) {
      own.emplace(item.rule, std::move(item));
    } else if (entry->second.rejection && entry->second.rejection->reason == "role") {
      entry->second = std::move(item);
    }
  }
}

/// Rejects what another candidate of the same type already says in the sentence.
std::vector<Candidate> merge_types(const Observations& seen, ByRule&& found) {
  const std::vector<lexicon::Rule>& rules = seen.lexicons.model().rules;
  const auto severity = [&](const Candidate& candidate) {
    const lexicon::Rule& rule = rules[candidate.rule];
    return rule.severity.value_or(seen.lexicons.type_of(rule).severity);
  };
  const auto outweighs = [&](const Candidate& a, const Candidate& b) {
    return std::tuple(severity(a), a.folded.size(), b.folded.begin) >
           std::tuple(severity(b), b.folded.size(), a.folded.begin);
  };
  std::map<std::string_view, const Candidate*> best;
  for (const auto& [rule, candidate] : found) {
    if (candidate.rejection) continue;
    const Candidate*& kept = best[rules[rule].type];
    if (!kept || outweighs(candidate, *kept)) kept = &candidate;
  }
  for (auto& [rule, candidate] : found) {
    const Candidate* const kept = best[rules[rule].type];
    if (!candidate.rejection && kept != &candidate) {
      candidate.rejection = Rejection{"covered", rules[kept->rule].id, kept->folded};
    }
  }
  std::vector<Candidate> merged;
  merged.reserve(found.size());
  for (auto& [rule, candidate] : found) merged.push_back(std::move(candidate));
  return merged;
}

}  // namespace

std::vector<Candidate> find_claims(const Observations& observations) {
  std::vector<ByRule> found;
  const std::size_t count = observations.document.sentences.size();
  lexicon::PatternMemory memory;
  for (std::uint32_t i = 0; i < count; ++i) {
    found.push_back(candidates_in(observations, i, memory));
  }
  add_spread(observations, found);
  std::vector<Candidate> candidates;
  for (ByRule& in_sentence : found) {
    std::vector<Candidate> merged = merge_types(observations, std::move(in_sentence));
    std::stable_sort(merged.begin(), merged.end(), [](const Candidate& a, const Candidate& b) {
      return std::tuple(a.folded, a.rule) < std::tuple(b.folded, b.rule);
    });
    std::move(merged.begin(), merged.end(), std::back_inserter(candidates));
  }
  return candidates;
}

}  // namespace claimlint::claims
