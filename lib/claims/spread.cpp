// SPDX-License-Identifier: Apache-2.0
#include "spread.hpp"

#include <algorithm>

#include "demands.hpp"
#include "frame.hpp"
#include "rejections.hpp"
#include "stances.hpp"

namespace claimlint::claims {
namespace {

bool is_item(const text::Block& block) {
  return block.kind == BlockKind::list_item || block.kind == BlockKind::table_cell;
}

/// The block where the list below a sentence begins; the number of blocks where there is none.
std::size_t list_start(const Observations& seen, std::uint32_t sentence) {
  const auto& sentences = seen.document.sentences;
  const auto& blocks = seen.document.text.blocks;
  const std::uint32_t own = sentences[sentence].block;
  const bool is_last = sentence + 1 == sentences.size() || sentences[sentence + 1].block != own;
  std::size_t at = own + std::size_t{1};
  if (blocks[own].kind == BlockKind::heading) {
    while (at < blocks.size() && blocks[at].heading == own && !is_item(blocks[at])) ++at;
    return at < blocks.size() && blocks[at].heading == own ? at : blocks.size();
  }
  const bool introduces = is_last && !is_item(blocks[own]) && at < blocks.size();
  return introduces && is_item(blocks[at]) ? at : blocks.size();
}

/// An item's claim stands on the words that fill the rule's demands, or on the whole item where
/// the rule has none.
Candidate item_candidate(const Observations& seen, const Candidate& above, std::uint32_t item,
                         const DemandMatch& match) {
  const text::SentenceRange& range = seen.document.sentences[item];
  Candidate candidate;
  candidate.rule = above.rule;
  candidate.sentence = item;
  candidate.folded = range.folded;
  candidate.tokens = range.tokens;
  for (const std::optional<Filler>& filler : match.fillers) {
    if (!filler || filler->sentence != item) continue;
    candidate.folded = filler->folded;
    candidate.tokens = filler->tokens;
    break;
  }
  candidate.roles = frame_of(seen, candidate, match);
  candidate.roles.push_back({"heading", above.sentence, above.folded, text::kNone, text::kNone});
  candidate.stance = stance_of(seen, candidate);
  candidate.voice = seen.context[item].voice_of(candidate.tokens);
  candidate.rejection = reject_reading(seen, candidate);
  return candidate;
}

}  // namespace

std::vector<std::uint32_t> items_below(const Observations& seen, std::uint32_t sentence) {
  const auto& sentences = seen.document.sentences;
  const auto& blocks = seen.document.text.blocks;
  const std::size_t first = list_start(seen, sentence);
  std::size_t last = first;
  while (last < blocks.size() && is_item(blocks[last])) ++last;
  std::vector<std::uint32_t> items;
  for (std::uint32_t i = sentence + 1; i < sentences.size() && sentences[i].block < last; ++i) {
    if (sentences[i].block >= first) items.push_back(i);
  }
  return items;
}

std::vector<Candidate> spread(const Observations& seen, const Candidate& above) {
  const lexicon::Rule& rule = seen.lexicons.model().rules[above.rule];
  if (!rule.spreads || reject_reading(seen, above)) return {};
  if (above.rejection && above.rejection->reason != "role") return {};
  std::vector<Candidate> candidates;
  const DemandMatch filled_above = match_demands(seen, above);
  for (const std::uint32_t item : items_below(seen, above.sentence)) {
    const DemandMatch match = match_item(seen, rule, item, filled_above);
    if (match.missing || seen.document.sentences[item].tokens.empty()) continue;
    candidates.push_back(item_candidate(seen, above, item, match));
  }
  return candidates;
}

}  // namespace claimlint::claims
