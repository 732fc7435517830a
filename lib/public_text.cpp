// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "claimlint/text.hpp"
#include "input/input.hpp"
#include "lexicon/embedded.hpp"
#include "text/text.hpp"

namespace claimlint {
namespace {

std::span<const std::string> shipped_abbreviations() {
  static const std::vector<std::string> kShipped = lexicon::embedded_model().abbreviations;
  return kShipped;
}

WordShape to_public(text::Shape shape) {
  switch (shape) {
    case text::Shape::lower:
      return WordShape::lower;
    case text::Shape::capital:
      return WordShape::capital;
    case text::Shape::upper:
      return WordShape::upper;
    case text::Shape::mixed:
      return WordShape::mixed;
    case text::Shape::digits:
      return WordShape::digits;
  }
  return WordShape::lower;
}

std::vector<TextBlock> blocks_of(const text::Document& document) {
  std::vector<TextBlock> blocks;
  blocks.reserve(document.text.blocks.size());
  for (const text::Block& block : document.text.blocks) {
    blocks.push_back({block.kind, block.clean, std::nullopt});
    if (block.heading != text::kNone) blocks.back().heading = block.heading;
  }
  return blocks;
}

std::vector<TextToken> tokens_of(const text::Document& document) {
  std::vector<TextToken> tokens;
  tokens.reserve(document.tokens.size());
  for (const text::Token& token : document.tokens) {
    const Span folded{token.begin, token.end};
    tokens.push_back({document.clean_span(folded), folded, to_public(token.shape)});
  }
  return tokens;
}

std::vector<TextSentence> sentences_of(const text::Document& document) {
  std::vector<TextSentence> sentences;
  sentences.reserve(document.sentences.size());
  for (const text::SentenceRange& sentence : document.sentences) {
    sentences.push_back({document.clean_span(sentence.folded), sentence.block,
                         sentence.tokens.first, sentence.tokens.last});
  }
  return sentences;
}

}  // namespace

struct Text::State {
  input::Reading reading;  ///< its text has moved into the document
  text::Document document;
  std::vector<TextBlock> blocks;
  std::vector<TextSentence> sentences;
  std::vector<TextToken> tokens;
};

Text::Text(std::string_view bytes, const Source& source, const TextOptions& options) {
  auto state = std::make_shared<State>();
  state->reading =
      input::read(bytes, source.path, source.format, options.assume_language, options.line_breaks);
  const std::span<const std::string> abbreviations =
      options.abbreviations ? std::span<const std::string>(*options.abbreviations)
                            : shipped_abbreviations();
  if (state->reading.status != Status::not_audited) {
    state->document = text::segment(std::move(state->reading.text), abbreviations);
  }
  std::ranges::move(state->document.source_notes(), std::back_inserter(state->reading.notes));
  state->blocks = blocks_of(state->document);
  state->sentences = sentences_of(state->document);
  state->tokens = tokens_of(state->document);
  state_ = std::move(state);
}

Status Text::status() const { return state_->reading.status; }
const std::vector<std::string>& Text::reasons() const { return state_->reading.reasons; }
const std::vector<Note>& Text::notes() const { return state_->reading.notes; }
std::string_view Text::format() const { return state_->reading.format; }
std::string_view Text::encoding() const { return state_->reading.encoding; }
std::string_view Text::language() const { return state_->reading.language; }
std::string_view Text::coordinates() const { return state_->reading.coordinates; }
std::string_view Text::clean() const { return state_->document.text.clean; }
std::string_view Text::folded() const { return state_->document.folded.text; }
const std::vector<TextBlock>& Text::blocks() const { return state_->blocks; }
const std::vector<TextSentence>& Text::sentences() const { return state_->sentences; }
const std::vector<TextToken>& Text::tokens() const { return state_->tokens; }

std::string_view Text::words(Span clean) const {
  return this->clean().substr(clean.begin, clean.size());
}

Place Text::to_source(Span clean) const {
  const text::OffsetMap& map = state_->document.text.to_source;
  return {map.to_source(clean), map.source_parts(clean)};
}

Span Text::from_source(Span source) const {
  return state_->document.text.to_source.to_derived(source);
}

Span Text::to_folded(Span clean) const {
  return state_->document.folded.to_clean.to_derived(clean);
}

Span Text::from_folded(Span folded) const {
  return state_->document.folded.to_clean.to_source(folded);
}

}  // namespace claimlint
