// SPDX-License-Identifier: Apache-2.0
#include "refutations.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "scopes.hpp"

namespace claimlint::context {
namespace {

// Bytes between a label and the quotation after it: blanks and the opening mark.
constexpr std::size_t kMarkGap = 3;
// Fewer quoted words are a term.
constexpr std::uint32_t kSpecimenWords = 3;

class Finder {
 public:
  Finder(const Material& material, const std::vector<Quotation>& quotations,
         std::vector<SentenceContext>& contexts)
      : material_(material), quotations_(quotations), contexts_(contexts) {}

  void run() {
    for (std::uint32_t i = 0; i < material_.sentence_count(); ++i) {
      if (i > 0 && is_denial(i)) refute_before(i);
      read_label(i);
      if (const auto heading = warning_above(i)) refute(i, *heading);
    }
    const auto doubt = material_.first_doubt();
    if (doubt) doubt_attributions();
    for (const Quotation& quotation : quotations_) {
      read_heading_above(quotation);
      read_answer_below(quotation);
      if (doubt) read_specimen(quotation, *doubt);
    }
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
    const std::uint32_t index = sentence_at(quotation.folded.begin);
    if (index == material_.sentence_count()) return;
    const SentenceIndices block = material_.sentences_of(material_.sentence(index).block);
    if (block.first != index) return;
    if (const auto heading = material_.heading_with(index, "myth")) {
      refute_all(quotation, *heading, index);
    }
  }

  /// A heading that says nothing but that its section is not to be believed ("How to spot a scam",
  /// "What the sellers said"), or its list not to be done ("Don't").
  std::optional<std::uint32_t> warning_above(std::uint32_t sentence) const {
    const BlockKind kind = material_.block_of(sentence).kind;
    if (kind == BlockKind::heading) return std::nullopt;
    const auto heading = heading_of_only(sentence, "warning_heading");
    if (heading || kind != BlockKind::list_item) return heading;
    return heading_of_only(sentence, "avoid_heading");
  }

  std::optional<std::uint32_t> heading_of_only(std::uint32_t sentence,
                                               std::string_view cue_class) const {
    const auto heading = material_.heading_with(sentence, cue_class);
    if (!heading) return std::nullopt;
    const tag::CueHit* hit = material_.find_cue(*heading, cue_class);
    if (hit->tokens != material_.sentence(*heading).tokens) return std::nullopt;
    return heading;
  }

  /// A quoted claim on a line of its own, which the block below begins by denying. Somebody's own
  /// words are no claim that is held up.
  void read_answer_below(const Quotation& quotation) {
    const std::uint32_t first = sentence_at(quotation.folded.begin);
    if (first == material_.sentence_count()) return;
    const SentenceIndices block = material_.sentences_of(material_.sentence(first).block);
    const std::uint32_t answer = block.last;
    if (block.first != first || answer >= material_.sentence_count()) return;
    const Span all{material_.sentence(first).folded.begin,
                   material_.sentence(answer - 1).folded.end};
    if (!holds(quotation.folded, all) || !is_denying(answer)) return;
    for (std::uint32_t i = first; i < answer; ++i) {
      if (material_.find_cue(i, "first_person") != nullptr) return;
    }
    refute_all(quotation, answer, first);
  }

  /// An article that keeps on doubting does not stand by what "some say".
  void doubt_attributions() {
    for (std::uint32_t i = 0; i < material_.sentence_count(); ++i) {
      const std::vector<tag::CueHit>& cues = material_.tags[i].cues;
      for (std::uint32_t cue = 0; cue < cues.size(); ++cue) {
        if (material_.cue(cues[cue]).cue_class != "attribution") continue;
        const text::TokenRange reach = reach_of(material_, i, Clauses(material_, i), cues[cue]);
        if (!reach.empty()) contexts_[i].scopes.push_back({Stance::refuted, cue, reach});
      }
    }
  }

  /// An article that keeps on doubting quotes claims as specimens: several words that nobody says
  /// of himself.
  void read_specimen(const Quotation& quotation, std::uint32_t doubt) {
    const text::TokenRange quoted = material_.document.tokens_in(quotation.folded);
    if (quoted.size() < kSpecimenWords) return;
    const std::uint32_t first = sentence_at(quotation.folded.begin);
    if (first == material_.sentence_count()) return;
    if (contexts_[first].voice_of(quoted) != Voice::testimonial) {
      refute_all(quotation, doubt, first);
    }
  }

  /// Prose of the next block that negates something, other than by a manner of speaking.
  bool is_denying(std::uint32_t answer) const {
    return material_.block_of(answer).kind != BlockKind::heading &&
           std::ranges::any_of(contexts_[answer].scopes, [](const Scope& scope) {
             return scope.stance == Stance::negated || scope.stance == Stance::refuted;
           });
  }

  /// The first sentence that ends behind an offset.
  std::uint32_t sentence_at(std::size_t offset) const {
    const auto& sentences = material_.document.sentences;
    const auto found = std::ranges::partition_point(
        sentences, [&](const auto& range) { return range.folded.end <= offset; });
    return static_cast<std::uint32_t>(found - sentences.begin());
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
