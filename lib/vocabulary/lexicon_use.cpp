// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <utility>

#include "claimlint/vocabulary.hpp"
#include "lexicon/terms.hpp"
#include "lexicon_access.hpp"
#include "text/text.hpp"
#include "variants.hpp"

namespace claimlint {

WalkCount& WalkCount::operator+=(const WalkCount& other) {
  walks += other.walks;
  found += other.found;
  steps += other.steps;
  in_vain += other.in_vain;
  return *this;
}

LexiconUse::LexiconUse(Lexicons lexicons) : lexicons_(std::move(lexicons)) {}

void LexiconUse::add(const Report& report) {
  ++documents_;
  for (const Sentence& sentence : report.sentences) {
    for (const Mention& mention : sentence.mentions) {
      if (mention.concept_id) {
        concepts_[*mention.concept_id].insert(vocabulary::key_of(mention.text));
      }
    }
    for (const Claim& claim : sentence.claims) {
      if (!claim.vetoed) rules_.insert(claim.rule);
    }
    count_walks(sentence.text);
  }
}

void LexiconUse::count_walks(const std::string& sentence) {
  text::Document document;
  document.text.clean = sentence;
  document.folded = text::fold(sentence);
  document.tokens = text::split_tokens(document.folded, sentence);
  const text::TokenRange all{0, static_cast<std::uint32_t>(document.tokens.size())};
  const lexicon::Terms& terms = compiled_of(lexicons_).concept_terms();
  for (const lexicon::Terms::Walk& walk : terms.walks(document, all)) {
    const std::size_t in_vain = walk.found ? 0 : walk.steps;
    walks_[std::string(walk.first)] += {1, walk.found ? 1U : 0U, walk.steps, in_vain};
  }
}

const std::set<std::string>& LexiconUse::mentioned_as(const std::string& concept_id) const {
  static const std::set<std::string> none;
  const auto found = concepts_.find(concept_id);
  return found == concepts_.end() ? none : found->second;
}

}  // namespace claimlint
