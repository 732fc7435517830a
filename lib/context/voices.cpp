// SPDX-License-Identifier: Apache-2.0
#include "voices.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "scopes.hpp"
#include "stories.hpp"

namespace claimlint::context {
namespace {

constexpr std::string_view kBlackStar = "\xE2\x98\x85";
// Up to this many quoted words inside a sentence are scare quotes or a term, not somebody's voice.
constexpr std::uint32_t kScareQuote = 3;
// Bytes between a closing mark and its signature: a full stop, a line end, a blank.
constexpr std::size_t kSignatureGap = 4;
constexpr std::size_t kSignatureEnd = 80;
// Bytes around a quotation in which its speaker is named.
constexpr std::size_t kSpeakerReach = 90;
// Bytes between the last star and the quotation it rates.
constexpr std::size_t kStarGap = 24;
constexpr std::uint32_t kNameWords = 3;

class Reader {
 public:
  Reader(const Material& material, const std::vector<Quotation>& quotations,
         std::vector<SentenceContext>& contexts)
      : material_(material), quotations_(quotations), contexts_(contexts) {}

  void run() {
    find_professionals();
    doubting_ = material_.first_doubt().has_value();
    for (const Quotation& quotation : quotations_) read_quotation(quotation);
    const std::vector<bool> stories =
        doubting_ ? std::vector<bool>(material_.sentence_count(), false) : find_stories(material_);
    for (std::uint32_t i = 0; i < material_.sentence_count(); ++i) {
      if (stories[i] || is_review(i)) add(i, Voice::testimonial, material_.sentence(i).tokens);
      read_attributions(i);
    }
  }

 private:
  void add(std::uint32_t sentence, Voice voice, text::TokenRange tokens) {
    if (!tokens.empty()) contexts_[sentence].voices.push_back({voice, tokens});
  }

  SentenceIndices sentences_in(Span folded) const {
    const auto& sentences = material_.document.sentences;
    const auto first = std::ranges::partition_point(
        sentences, [&](const auto& sentence) { return sentence.folded.end <= folded.begin; });
    auto last = first;
    while (last != sentences.end() && last->folded.begin < folded.end) ++last;
    return {static_cast<std::uint32_t>(first - sentences.begin()),
            static_cast<std::uint32_t>(last - sentences.begin())};
  }

  void read_quotation(const Quotation& quotation) {
    const text::TokenRange tokens = material_.document.tokens_in(quotation.folded);
    const SentenceIndices sentences = sentences_in(quotation.folded);
    if (tokens.empty() || is_scare_quote(tokens, sentences)) return;
    const Voice voice = is_testimonial(quotation, sentences) ? Voice::testimonial : Voice::quoted;
    last_block_ = material_.sentence(sentences.first).block;
    for (std::uint32_t i = sentences.first; i < sentences.last; ++i) {
      const text::TokenRange own = material_.sentence(i).tokens;
      add(i, voice, {std::max(own.first, tokens.first), std::min(own.last, tokens.last)});
    }
  }

  bool is_scare_quote(text::TokenRange tokens, SentenceIndices sentences) const {
    return tokens.size() <= kScareQuote && sentences.last - sentences.first == 1 &&
           tokens.size() < material_.sentence(sentences.first).tokens.size();
  }

  /// What an article that weighs claims lets people tell of themselves is not offered as proof.
  bool is_testimonial(const Quotation& quotation, SentenceIndices sentences) {
    if (doubting_) return false;
    if (has_star_before(quotation) || is_signed(quotation, sentences)) return true;
    if (is_professional(quotation, sentences)) return false;
    if (material_.block_has(sentences.first, "cautionary")) return false;
    if (under_reviews(sentences.first)) return true;
    return has_cue(sentences, "first_person", quotation.folded) && !is_asked(sentences, quotation);
  }

  bool has_cue(SentenceIndices sentences, std::string_view cue_class, Span within) const {
    for (std::uint32_t i = sentences.first; i < sentences.last; ++i) {
      if (material_.find_cue(i, cue_class, within) != nullptr) return true;
    }
    return false;
  }

  /// A question in quotes is one the page answers ("How do I fit it?"), not a story.
  bool is_asked(SentenceIndices sentences, const Quotation& quotation) const {
    return sentences.last - sentences.first == 1 &&
           material_.document.folded_text(quotation.folded).ends_with('?');
  }

  /// White stars, line ends and the opening mark may stand between, but no words.
  bool has_star_before(const Quotation& quotation) const {
    const std::size_t begin = quotation.folded.begin - std::min(quotation.folded.begin, kStarGap);
    const std::string_view before = material_.document.folded_text({begin, quotation.folded.begin});
    const std::size_t star = before.rfind(kBlackStar);
    if (star == std::string_view::npos) return false;
    return std::ranges::none_of(before.substr(star), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  bool is_signed(const Quotation& quotation, SentenceIndices sentences) const {
    const Span after{quotation.folded.end, quotation.folded.end + kSignatureEnd};
    const std::uint32_t end = std::min(sentences.last + 1, material_.sentence_count());
    for (std::uint32_t i = sentences.last - 1; i < end; ++i) {
      const tag::CueHit* hit = material_.find_cue(i, "signature", after);
      if (hit != nullptr && hit->folded.begin <= quotation.folded.end + kSignatureGap) return true;
    }
    return false;
  }

  /// The words around the quotation name a provider as the speaker. A quotation with nobody named
  /// has the speaker of the one before it in its paragraph.
  bool is_professional(const Quotation& quotation, SentenceIndices sentences) {
    const std::uint32_t first = sentences.first;
    const std::uint32_t last = sentences.last - 1;
    const Span marks = quotation.folded;
    const Span before{std::max(material_.sentence(first).folded.begin,
                               marks.begin - std::min(marks.begin, kSpeakerReach)),
                      marks.begin};
    const Span after{marks.end,
                     std::min(material_.sentence(last).folded.end, marks.end + kSpeakerReach)};
    const bool continues = material_.sentence(first).block == last_block_ &&
                           !names_anybody(first, before) && !names_anybody(last, after);
    if (!continues) {
      professional_ = names_professional(first, before) || names_professional(last, after);
    }
    return professional_;
  }

  bool names_anybody(std::uint32_t sentence, Span around) const {
    return material_.find_cue(sentence, "speech", around) != nullptr;
  }

  bool names_professional(std::uint32_t sentence, Span around) const {
    const text::TokenRange tokens = material_.document.tokens_in(around);
    if (material_.find_cue(sentence, "professional", around) != nullptr) return true;
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (professionals_.contains(material_.document.word(i))) return true;
    }
    return false;
  }

  /// Names that stand behind a title anywhere in the document: "Dr. Wendell Achterberg".
  void find_professionals() {
    for (std::uint32_t i = 0; i < material_.sentence_count(); ++i) {
      for (const tag::CueHit& hit : material_.tags[i].cues) {
        if (material_.cue(hit).cue_class == "title") add_name_after(hit.tokens.last);
      }
    }
  }

  void add_name_after(std::uint32_t token) {
    const std::vector<text::Token>& tokens = material_.document.tokens;
    const std::size_t end = std::min<std::size_t>(token + kNameWords, tokens.size());
    for (; token < end && tokens[token].shape != text::Shape::lower; ++token) {
      professionals_.insert(material_.document.word(token));
    }
  }

  bool under_reviews(std::uint32_t sentence) const {
    return material_.heading_with(sentence, "testimonial_heading").has_value();
  }

  /// A line of stars, or a block that is marked as a quotation and speaks of itself.
  bool is_review(std::uint32_t sentence) const {
    if (material_.folded(sentence).find(kBlackStar) != std::string_view::npos) return true;
    return material_.block_of(sentence).kind == BlockKind::quote && !is_quoted(sentence) &&
           !doubting_ && material_.block_has(sentence, "first_person") &&
           !material_.block_has(sentence, "cautionary");
  }

  /// Read already, as a quotation.
  bool is_quoted(std::uint32_t sentence) const {
    return std::ranges::any_of(contexts_[sentence].voices, [](const VoiceScope& scope) {
      return scope.voice == Voice::quoted;
    });
  }

  /// What "you may read that" introduces is said by others.
  void read_attributions(std::uint32_t sentence) {
    if (material_.find_cue(sentence, "attribution") == nullptr) return;
    const Clauses clauses(material_, sentence);
    for (const tag::CueHit& hit : material_.tags[sentence].cues) {
      if (material_.cue(hit).cue_class != "attribution") continue;
      add(sentence, Voice::quoted, reach_of(material_, sentence, clauses, hit));
    }
  }

  const Material& material_;
  const std::vector<Quotation>& quotations_;
  std::vector<SentenceContext>& contexts_;
  std::unordered_set<std::string_view> professionals_;
  std::uint32_t last_block_ = text::kNone;  ///< of the last quotation
  bool professional_ = false;               ///< its speaker
  bool doubting_ = false;                   ///< the article weighs claims
};

}  // namespace

void find_voices(const Material& material, const std::vector<Quotation>& quotations,
                 std::vector<SentenceContext>& contexts) {
  Reader(material, quotations, contexts).run();
}

}  // namespace claimlint::context
