// SPDX-License-Identifier: Apache-2.0
#include "refutations.hpp"

#include <algorithm>

namespace claimlint::context {
namespace {

// Bytes between a label and the quotation after it: blanks and the opening mark.
constexpr std::size_t kMarkGap = 3;

class Finder {
 public:
  Finder(const Material& material, const std::vector<Quotation>& quotations,
         std::vector<SentenceContext>& contexts)
      : material_(material), quotations_(quotations), contexts_(contexts) {}

  void run() {
    for (std::uint32_t i = 0; i < material_.sentence_count(); ++i) {
      if (i > 0 && is_denial(i)) refute_before(i);
      read_label(i);
    }
    for (const Quotation& quotation : quotations_) read_heading_above(quotation);
  }

 private:
  /// Nothing much but the denial itself, or a verdict before a colon ("Wrong: it does not."). A
  /// short one ("It isn't.") must be the whole sentence: "It isn't magic." denies nothing that was
  /// said before.
  bool is_denial(std::uint32_t sentence) const {
    const text::TokenRange all = material_.sentence(sentence).tokens;
    return std::ranges::any_of(material_.tags[sentence].cues, [&](const tag::CueHit& hit) {
      const lexicon::Cue& cue = material_.cue(hit);
      if (cue.cue_class != "refutation") return false;
      if (hit.tokens.first == all.first && ends_with_colon(hit)) return true;
      if (cue.scope == lexicon::CueScope::none) return hit.tokens == all;
      return 3 * hit.tokens.size() >= 2 * all.size();
    });
  }

  /// A word that judges and says nothing else ("False."): under a heading it judges the heading.
  bool is_verdict(std::uint32_t sentence) const {
    const text::TokenRange all = material_.sentence(sentence).tokens;
    return std::ranges::any_of(material_.tags[sentence].cues, [&](const tag::CueHit& hit) {
      return material_.cue(hit).cue_class == "verdict" && hit.tokens == all;
    });
  }

  bool ends_with_colon(const tag::CueHit& hit) const {
    return material_.document.folded_text(hit.folded).ends_with(':');
  }

  /// The sentence before, and with it what it belongs to: the quotation it is part of or comments.
  void refute_before(std::uint32_t denial) {
    std::uint32_t target = denial - 1;
    if (material_.sentence(target).block + 1 < material_.sentence(denial).block) return;
    if (material_.block_of(target).kind == BlockKind::heading && !is_verdict(denial)) return;
    refute(target, denial);
    // "Some say ... We asked our panel about it. There is no evidence for it."
    if (target > 0 && material_.same_block(target - 1, denial) &&
        material_.find_cue(target - 1, "attribution") != nullptr) {
      refute(target - 1, denial);
    }
    while (target > 0 && material_.same_block(target - 1, target) && belongs_to_next(target - 1)) {
      refute(--target, denial);
    }
  }

  bool belongs_to_next(std::uint32_t sentence) const {
    const Span here = material_.sentence(sentence).folded;
    const Span next = material_.sentence(sentence + 1).folded;
    const bool next_reports = material_.find_cue(sentence + 1, "attribution") != nullptr;
    for (auto at = first_quotation_after(here.begin); at != quotations_.end(); ++at) {
      if (!at->folded.overlaps(here)) return false;
      if (at->folded.overlaps(next) || (next_reports && holds(at->folded, here))) return true;
    }
    return false;
  }

  std::vector<Quotation>::const_iterator first_quotation_after(std::size_t offset) const {
    return std::ranges::partition_point(
        quotations_, [&](const Quotation& quotation) { return quotation.folded.end <= offset; });
  }

  /// The quotation is all of the sentence but its marks.
  static bool holds(Span quotation, Span sentence) {
    return quotation.begin <= sentence.begin + 1 && sentence.end <= quotation.end + 2;
  }

  void refute(std::uint32_t sentence, std::uint32_t by) {
    if (!contexts_[sentence].refuted_by) contexts_[sentence].refuted_by = by;
  }

  bool is_alone(std::uint32_t sentence) const {
    const SentenceIndices block = material_.sentences_of(material_.sentence(sentence).block);
    return block.last - block.first == 1;
  }

  /// "Myth: ..." (or "Myth" on a line of its own) denies the rest of its sentence and of the
  /// quotation that it begins.
  void read_label(std::uint32_t sentence) {
    const text::SentenceRange& range = material_.sentence(sentence);
    const std::vector<tag::CueHit>& cues = material_.tags[sentence].cues;
    const auto label = std::ranges::find_if(cues, [&](const tag::CueHit& hit) {
      return material_.cue(hit).cue_class == "myth" && hit.tokens.first == range.tokens.first &&
             (ends_with_colon(hit) || (hit.tokens == range.tokens && is_alone(sentence)));
    });
    if (label == cues.end()) return;
    const text::TokenRange rest{label->tokens.last, range.tokens.last};
    if (rest.empty()) {
      if (sentence + 1 < material_.sentence_count()) refute(sentence + 1, sentence);
      return;
    }
    contexts_[sentence].scopes.push_back(
        {Stance::refuted, static_cast<std::uint32_t>(label - cues.begin()), rest});
    refute_quotation_after(sentence, label->folded.end);
  }

  void refute_quotation_after(std::uint32_t sentence, std::size_t label_end) {
    const auto at = first_quotation_after(label_end);
    if (at == quotations_.end() || at->folded.begin < label_end) return;
    if (at->folded.begin <= label_end + kMarkGap) refute_all(*at, sentence, sentence + 1);
  }

  void refute_all(const Quotation& quotation, std::uint32_t by, std::uint32_t from) {
    for (std::uint32_t i = from; i < material_.sentence_count(); ++i) {
      if (material_.sentence(i).folded.begin >= quotation.folded.end) return;
      if (quotation.folded.overlaps(material_.sentence(i).folded)) refute(i, by);
    }
  }

  /// Under "Common myths" and the like, what stands in quotes at the head of a block is denied.
  void read_heading_above(const Quotation& quotation) {
    const auto sentence = std::ranges::partition_point(
        material_.document.sentences,
        [&](const auto& range) { return range.folded.end <= quotation.folded.begin; });
    if (sentence == material_.document.sentences.end()) return;
    const auto index = static_cast<std::uint32_t>(sentence - material_.document.sentences.begin());
    const SentenceIndices block = material_.sentences_of(sentence->block);
    if (block.first != index) return;
    if (const auto heading = material_.heading_with(index, "myth")) {
      refute_all(quotation, *heading, index);
    }
  }

  const Material& material_;
  const std::vector<Quotation>& quotations_;
  std::vector<SentenceContext>& contexts_;
};

}  // namespace

void find_refutations(const Material& material, const std::vector<Quotation>& quotations,
                      std::vector<SentenceContext>& contexts) {
  Finder(material, quotations, contexts).run();
}

}  // namespace claimlint::context
