// SPDX-License-Identifier: Apache-2.0
#include "textbook.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "claims/fillers.hpp"
#include "lexicon/pattern_memory.hpp"

namespace claimlint::judge {
namespace {

using claims::Candidate;
using claims::Filler;
using claims::Observations;
using lexicon::Patterns;
using lexicon::RoleDemand;
using lexicon::Side;
using lexicon::Textbook;

bool is_met(const Observations& seen, std::uint32_t sentence, const RoleDemand& demand,
            const Patterns::Hit& hit) {
  if (demand.reach == RoleDemand::Reach::heading) {
    const std::vector<std::uint32_t> above = claims::heading_sentences(seen, sentence);
    return std::any_of(above.begin(), above.end(), [&](std::uint32_t heading) {
      return !claims::fillers_in(seen, heading, demand.roles).empty();
    });
  }
  const text::TokenRange words = seen.document.tokens_in(hit.folded);
  const std::vector<Filler> fillers = claims::fillers_in(seen, sentence, demand.roles);
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& filler) {
    const bool is_before = filler.folded.begin < hit.folded.begin;
    if (demand.side == Side::before && !is_before) return false;
    if (demand.side == Side::after && filler.folded.end <= hit.folded.end) return false;
    return demand.reach == RoleDemand::Reach::sentence ||
           claims::words_between(filler.tokens, words) <= demand.tokens;
  });
}

bool stands(const Observations& seen, std::uint32_t sentence, const Patterns::Hit& hit) {
  const Textbook& entry = seen.lexicons.model().textbook[hit.pattern];
  return std::all_of(entry.demands.begin(), entry.demands.end(),
                     [&](const RoleDemand& demand) { return is_met(seen, sentence, demand, hit); });
}

bool sells(const Observations& seen, std::uint32_t sentence) {
  return !claims::fillers_in(seen, sentence, "selling").empty();
}

/// The statement among the hits that says what a candidate claims.
const Textbook* statement_of(const Observations& seen, const Candidate& candidate,
                             const std::vector<Patterns::Hit>& hits) {
  const std::string& type = rule_of(seen, candidate).type;
  for (const Patterns::Hit& hit : hits) {
    const Textbook& entry = seen.lexicons.model().textbook[hit.pattern];
    const bool clears =
        std::find(entry.clears.begin(), entry.clears.end(), type) != entry.clears.end();
    if (clears && hit.folded.overlaps(candidate.folded)) return &entry;
  }
  return nullptr;
}

/// Sets what the standing candidates of one sentence state; nothing unless all are textbook.
void state(const Observations& seen, std::span<const Candidate> candidates,
           std::span<const Textbook*> statements, lexicon::PatternMemory& memory) {
  const std::uint32_t sentence = candidates.front().sentence;
  const auto stand = [](const Candidate& candidate) { return !candidate.rejection; };
  if (std::none_of(candidates.begin(), candidates.end(), stand)) return;
  const Span within = seen.document.sentences[sentence].folded;
  std::vector<Patterns::Hit> hits =
      seen.lexicons.textbook_patterns().find(seen.document, within, memory);
  std::erase_if(hits, [&](const Patterns::Hit& hit) { return !stands(seen, sentence, hit); });
  if (hits.empty() || sells(seen, sentence)) return;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (candidates[i].rejection) continue;
    if (candidates[i].voice == Voice::author) {
      statements[i] = statement_of(seen, candidates[i], hits);
    }
    if (!statements[i]) return std::fill(statements.begin(), statements.end(), nullptr);
  }
}

}  // namespace

std::vector<const Textbook*> textbook_statements(const Observations& seen,
                                                 const std::vector<Candidate>& candidates) {
  std::vector<const Textbook*> statements(candidates.size());
  const std::span<const Candidate> all(candidates);
  lexicon::PatternMemory memory;
  for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
    while (last < all.size() && all[last].sentence == all[first].sentence) ++last;
    state(seen, all.subspan(first, last - first),
          std::span(statements).subspan(first, last - first), memory);
  }
  return statements;
}

}  // namespace claimlint::judge
