// SPDX-License-Identifier: Apache-2.0
#include "context/context.hpp"

#include <array>
#include <string_view>

#include "checks.hpp"
#include "claims/claims.hpp"
#include "tag/mend.hpp"
#include "targets.hpp"
#include "vocabulary/lexicon_access.hpp"

namespace claimlint::fuzz {
namespace {

constexpr std::array<std::string_view, 3> kFormats = {"text", "html", "markdown"};

bool is_within(text::TokenRange inner, text::TokenRange outer) {
  return outer.first <= inner.first && inner.first <= inner.last && inner.last <= outer.last;
}

void check_stretch(text::TokenRange tokens, Span folded, const text::SentenceRange& sentence) {
  require(is_within(tokens, sentence.tokens), "what is found has words of its sentence");
  require(fuzz::is_within(folded, sentence.folded), "what is found lies in its sentence");
}

/// Mending keeps the way back to the clean text.
void check_mended(const text::Document& mended, const text::Document& document) {
  require(mended.sentences.size() == document.sentences.size(), "mending keeps the sentences");
  for (std::size_t i = 0; i < mended.sentences.size(); ++i) {
    require(mended.clean_text(mended.sentences[i].folded) ==
                document.clean_text(document.sentences[i].folded),
            "mending keeps what a sentence reads");
  }
  for (const text::Token& token : mended.tokens) {
    const Span clean = mended.clean_span({token.begin, token.end});
    require(fuzz::is_within(clean, {0, mended.text.clean.size()}) && !clean.empty(),
            "a mended word has its place");
  }
}

void check_tags(const text::Document& document, const std::vector<tag::SentenceTags>& tags,
                const lexicon::Compiled& lexicons) {
  require(tags.size() == document.sentences.size(), "each sentence has its tags");
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const text::SentenceRange& sentence = document.sentences[i];
    for (const tag::Tag& tag : tags[i].tags) {
      check_stretch(tag.tokens, tag.folded, sentence);
      require(tag.concept_index < lexicons.concepts().size() || tag.concept_index == text::kNone,
              "a tag names a concept");
    }
    for (const tag::CueHit& cue : tags[i].cues) check_stretch(cue.tokens, cue.folded, sentence);
    for (const tag::Filler& filler : tags[i].fillers) {
      check_stretch(filler.tokens, filler.folded, sentence);
      require(filler.tokens.size() <= tags[i].longest, "the longest filler is known");
    }
  }
}

void check_context(const text::Document& document,
                   const std::vector<context::SentenceContext>& contexts) {
  require(contexts.size() == document.sentences.size(), "each sentence has its context");
  for (std::size_t i = 0; i < contexts.size(); ++i) {
    const text::TokenRange tokens = document.sentences[i].tokens;
    const context::SentenceContext& context = contexts[i];
    for (const context::Scope& scope : context.scopes) {
      require(is_within(scope.tokens, tokens), "a scope lies in its sentence");
    }
    for (const context::VoiceScope& voice : context.voices) {
      require(is_within(voice.tokens, tokens), "a voice speaks in its sentence");
    }
    require(!context.refuted_by || *context.refuted_by < contexts.size(),
            "what is denied is denied by a sentence");
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
      const Stance stance = context.stance_of({token, token + 1});
      const context::Scope* const scope = context.scope_of({token, token + 1}, stance);
      require(scope == nullptr || scope->tokens.contains(token), "a stance has its scope");
    }
  }
}

void check_candidates(const std::vector<claims::Candidate>& candidates,
                      const claims::Observations& seen) {
  std::uint32_t sentence = 0;
  for (const claims::Candidate& candidate : candidates) {
    require(sentence <= candidate.sentence && candidate.sentence < seen.tags.size(),
            "candidates come by sentence");
    require(candidate.rule < seen.lexicons.model().rules.size(), "a candidate has its rule");
    check_stretch(candidate.tokens, candidate.folded, seen.document.sentences[candidate.sentence]);
    for (const claims::Role& role : candidate.roles) {
      require(role.sentence < seen.document.sentences.size() &&
                  fuzz::is_within(role.folded, {0, seen.document.folded.text.size()}),
              "a role lies in a sentence");
    }
    sentence = candidate.sentence;
  }
}

/// The outcome of the stages, as text to compare.
std::vector<std::uint32_t> check_stages(const text::Document& document,
                                        const lexicon::Compiled& lexicons) {
  const auto tags = tag::tag(document, lexicons);
  check_tags(document, tags, lexicons);
  const auto contexts = context::read_context(document, tags, lexicons);
  check_context(document, contexts);
  const claims::Observations seen{document, tags, contexts, lexicons};
  const auto candidates = claims::find_claims(seen);
  check_candidates(candidates, seen);
  std::vector<std::uint32_t> outcome;
  for (const claims::Candidate& candidate : candidates) {
    outcome.insert(outcome.end(),
                   {candidate.rule, candidate.sentence, candidate.tokens.first,
                    candidate.tokens.last, static_cast<std::uint32_t>(candidate.stance),
                    static_cast<std::uint32_t>(candidate.voice), candidate.rejection ? 1U : 0U});
  }
  return outcome;
}

}  // namespace

/// Each stage from mending to candidates; the first byte chooses the format.
void fuzz_context(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::string_view format =
      kFormats[static_cast<unsigned char>(bytes.front()) % kFormats.size()];
  input::Reading reading = input::read(bytes.substr(1), {}, std::string(format), "en");
  if (reading.status == Status::not_audited) return;
  const lexicon::Compiled& lexicons = compiled_of(Lexicons::builtin());
  const text::Document document =
      text::segment(std::move(reading.text), lexicons.model().abbreviations);
  const text::Document mended = tag::mend(document, lexicons);
  check_mended(mended, document);
  require(check_stages(mended, lexicons) == check_stages(mended, lexicons),
          "looking twice finds the same");
}

}  // namespace claimlint::fuzz
