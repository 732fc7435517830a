// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "context.hpp"

namespace claimlint::context {

/// Half-open range of sentence indices.
struct SentenceIndices {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Which blocks have a cue of one of the classes that are asked of whole blocks, so that a block of
/// a thousand quotations is not read through for each of them.
class BlockCues {
 public:
  BlockCues(const text::Document& document, const std::vector<tag::SentenceTags>& tags,
            const lexicon::Compiled& lexicons);

  [[nodiscard]] bool has(std::uint32_t block, std::string_view cue_class) const;

 private:
  std::map<std::string_view, std::vector<std::uint32_t>> blocks_;  ///< by class, ascending
};

/// What the context is read from, with the questions that all its readers ask.
struct Material {
  const text::Document& document;
  const std::vector<tag::SentenceTags>& tags;
  const lexicon::Compiled& lexicons;
  const BlockCues blocks{document, tags, lexicons};

  [[nodiscard]] std::uint32_t sentence_count() const {
    return static_cast<std::uint32_t>(document.sentences.size());
  }
  [[nodiscard]] const text::SentenceRange& sentence(std::uint32_t index) const {
    return document.sentences[index];
  }
  [[nodiscard]] const lexicon::Cue& cue(const tag::CueHit& hit) const {
    return lexicons.model().cues[hit.cue];
  }
  [[nodiscard]] std::string_view folded(std::uint32_t sentence_index) const {
    return document.folded_text(sentence(sentence_index).folded);
  }
  [[nodiscard]] const text::Block& block_of(std::uint32_t sentence_index) const {
    return document.text.blocks[sentence(sentence_index).block];
  }
  [[nodiscard]] bool same_block(std::uint32_t left, std::uint32_t right) const {
    return sentence(left).block == sentence(right).block;
  }

  /// The first cue of a class in a sentence that lies within a stretch of the folded text.
  [[nodiscard]] const tag::CueHit* find_cue(std::uint32_t sentence_index,
                                            std::string_view cue_class, Span within) const;
  [[nodiscard]] const tag::CueHit* find_cue(std::uint32_t sentence_index,
                                            std::string_view cue_class) const {
    return find_cue(sentence_index, cue_class, sentence(sentence_index).folded);
  }
  /// The first sentence with a cue of the class in the heading above a sentence.
  [[nodiscard]] std::optional<std::uint32_t> heading_with(std::uint32_t sentence_index,
                                                          std::string_view cue_class) const;
  /// Whether any sentence of a sentence's block has a cue of the class: one of those that BlockCues
  /// knows.
  [[nodiscard]] bool block_has(std::uint32_t sentence_index, std::string_view cue_class) const {
    return blocks.has(sentence(sentence_index).block, cue_class);
  }
  /// The first doubt of an article that keeps on saying that things are not so or not known.
  [[nodiscard]] std::optional<std::uint32_t> first_doubt() const;
  /// The sentences of a block.
  [[nodiscard]] SentenceIndices sentences_of(std::uint32_t block) const;
};

}  // namespace claimlint::context
