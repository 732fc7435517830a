// SPDX-License-Identifier: Apache-2.0
#include "stories.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace claimlint::context {
namespace {

// A fragment of a story needs no pronoun: "Not one.", "Big toe like a boiled beetroot."
constexpr std::uint32_t kFragment = 6;
// One pronoun may be anybody ("until someone takes his foot off the hose").
constexpr std::uint32_t kMinPersonal = 2;

class Finder {
 public:
  explicit Finder(const Material& material)
      : material_(material), in_story_(material.sentence_count(), false) {}

  std::vector<bool> run() {
    for (std::uint32_t first = 0; first < material_.sentence_count();) {
      const SentenceIndices block = material_.sentences_of(material_.sentence(first).block);
      if (material_.block_of(first).kind != BlockKind::heading &&
          !material_.block_has(first, "cautionary")) {
        read_block(block);
      }
      first = block.last;
    }
    find_heroes();
    tells_ = std::ranges::find(in_story_, true) != in_story_.end();
    for (std::uint32_t i = 0; i < material_.sentence_count(); ++i) {
      if (!in_story_[i]) in_story_[i] = is_about_hero(i) || is_diary(i);
    }
    return std::move(in_story_);
  }

 private:
  bool has(std::uint32_t sentence, std::string_view cue_class) const {
    return material_.find_cue(sentence, cue_class) != nullptr;
  }

  /// "she said" names a speaker, who may be anybody; other pronouns mean the one told about.
  bool is_personal(std::uint32_t sentence) const {
    return std::ranges::any_of(material_.tags[sentence].cues, [&](const tag::CueHit& hit) {
      return material_.cue(hit).cue_class == "third_person" && !is_speaker(sentence, hit);
    });
  }

  bool is_speaker(std::uint32_t sentence, const tag::CueHit& pronoun) const {
    return std::ranges::any_of(material_.tags[sentence].cues, [&](const tag::CueHit& hit) {
      return hit.tokens.first == pronoun.tokens.last && material_.cue(hit).cue_class == "speech";
    });
  }

  bool is_general(std::uint32_t sentence) const { return has(sentence, "general"); }

  /// Past tense and the same person again and again make a story even without an opening.
  bool is_narrative(SentenceIndices block) const {
    std::uint32_t personal = 0;
    bool past = false;
    for (std::uint32_t i = block.first; i < block.last; ++i) {
      if (is_personal(i)) {
        ++personal;
      } else if (is_general(i)) {
        continue;
      }
      past = past || has(i, "past");
    }
    return past && personal >= kMinPersonal && !has(block.first, "professional");
  }

  void read_block(SentenceIndices block) {
    const bool narrative = is_narrative(block);
    bool telling = false;
    for (std::uint32_t i = block.first; i < block.last; ++i) {
      telling = has(i, "story") || (telling && continues(i));
      in_story_[i] = telling || (narrative && (!is_general(i) || is_personal(i)));
    }
  }

  bool continues(std::uint32_t sentence) const {
    return !is_general(sentence) &&
           (is_personal(sentence) || material_.sentence(sentence).tokens.size() <= kFragment);
  }

  static std::string_view without_possessive(std::string_view word) {
    if (word.ends_with("'s")) word.remove_suffix(2);
    return word;
  }

  /// The word as a name: written with a capital and nothing that a dictionary has.
  std::optional<std::string_view> name_at(std::uint32_t token) const {
    const std::string_view word = without_possessive(material_.document.word(token));
    const bool capital = material_.document.tokens[token].shape == text::Shape::capital;
    if (!capital || material_.lexicons.is_ordinary_word(word) ||
        material_.lexicons.concept_terms().has_word(word)) {
      return std::nullopt;
    }
    return word;
  }

  /// The people that stories begin their sentences with.
  void find_heroes() {
    for (std::uint32_t i = 0; i < material_.sentence_count(); ++i) {
      if (!in_story_[i] || material_.sentence(i).tokens.empty()) continue;
      if (const auto name = name_at(material_.sentence(i).tokens.first)) heroes_.insert(*name);
    }
  }

  /// Begins with a person of a story, or lets one speak.
  bool is_about_hero(std::uint32_t sentence) const {
    const text::TokenRange tokens = material_.sentence(sentence).tokens;
    if (tokens.empty() || material_.block_of(sentence).kind == BlockKind::heading) return false;
    const auto is_hero = [&](std::uint32_t token) {
      return token < tokens.last &&
             heroes_.contains(without_possessive(material_.document.word(token)));
    };
    if (is_hero(tokens.first)) return true;
    return std::ranges::any_of(material_.tags[sentence].cues, [&](const tag::CueHit& hit) {
      return material_.cue(hit).cue_class == "speech" &&
             (is_hero(hit.tokens.last) ||
              (hit.tokens.first > tokens.first && is_hero(hit.tokens.first - 1)));
    });
  }

  /// An entry such as "Day 11: silence." where the document tells a story, or one under such a
  /// heading that speaks of itself.
  bool is_diary(std::uint32_t sentence) const {
    const text::TokenRange tokens = material_.sentence(sentence).tokens;
    if (is_general(sentence)) return false;
    const tag::CueHit* hit = material_.find_cue(sentence, "diary");
    if (hit != nullptr && opens_entry(sentence, *hit) && tokens.size() > hit->tokens.size()) {
      return tells_;
    }
    const auto heading = material_.heading_with(sentence, "diary");
    return heading && opens_entry(*heading, *material_.find_cue(*heading, "diary")) &&
           (tells_ || material_.block_has(sentence, "first_person"));
  }

  /// "Day 11: silence.", and not the date in a page's own line ("October 4 | Press Office").
  bool opens_entry(std::uint32_t sentence, const tag::CueHit& hit) const {
    const Span rest{hit.folded.end, material_.sentence(sentence).folded.end};
    const std::string_view after = material_.document.folded_text(rest);
    return hit.tokens.first == material_.sentence(sentence).tokens.first &&
           !after.starts_with(" |");
  }

  const Material& material_;
  std::vector<bool> in_story_;
  std::unordered_set<std::string_view> heroes_;
  bool tells_ = false;  ///< some story is told somewhere
};

}  // namespace

std::vector<bool> find_stories(const Material& material) { return Finder(material).run(); }

}  // namespace claimlint::context
