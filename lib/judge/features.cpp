// SPDX-License-Identifier: Apache-2.0
#include "features.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/fillers.hpp"

namespace claimlint::judge {
namespace {

using lexicon::Rule;
using text::Token;

/// As many letters of a longer word tell what it is a form of: "relie" of relieves and relief.
constexpr std::size_t kStem = 5;
constexpr std::array<std::size_t, 5> kLengths = {4, 8, 14, 22, 32};
constexpr std::array<std::uint32_t, 6> kShares = {2, 5, 12, 25, 40, 60};  // per cent
constexpr std::uint32_t kEdge = 3;  ///< sentences that count as the first or last of a document

std::string_view family_of(std::string_view type) { return type.substr(0, type.find('.')); }

template <typename Bounds, typename Value>
std::string_view step_of(const Bounds& bounds, Value value) {
  constexpr std::string_view kSteps = "0123456789";
  const auto step = std::upper_bound(bounds.begin(), bounds.end(), value) - bounds.begin();
  return kSteps.substr(static_cast<std::size_t>(step), 1);
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c < 'A'; });
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }

/// Longer than a stem, which does not end inside a character.
bool has_stem(std::string_view word) {
  return word.size() > kStem && (static_cast<unsigned char>(word[kStem]) & 0xC0U) != 0x80U;
}

/// Adds pairs of what follows on each other.
class Pairs {
 public:
  explicit Pairs(FeatureNames& names) : names_(names) {}

  void add(std::string_view symbol) {
    names_.add("pair=", last_, symbol);
    last_.assign(symbol).append(" ");
  }

 private:
  FeatureNames& names_;
  std::string last_ = "^ ";
};

}  // namespace

void FeatureNames::clear() {
  text_.clear();
  ends_.clear();
}

void FeatureNames::add(std::string_view group, std::string_view value, std::string_view more) {
  text_.append(group).append(value).append(more);
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
}

std::string_view FeatureNames::operator[](std::size_t index) const {
  const std::uint32_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(text_).substr(begin, ends_[index] - begin);
}

Features::Features(const claims::Observations& seen, const std::vector<Judgement>& judgements)
    : seen_(seen), judgements_(judgements), standing_(seen.document.sentences.size()) {
  first_.reserve(standing_.size() + 1);
  for (std::uint32_t i = 0; i < judgements.size(); ++i) {
    while (first_.size() <= judgements[i].candidate.sentence) first_.push_back(i);
    if (judgements[i].unsupported) ++standing_[judgements[i].candidate.sentence];
  }
  first_.resize(standing_.size() + 1, static_cast<std::uint32_t>(judgements.size()));
  flagged_ = static_cast<std::uint32_t>(standing_.size()) -
             static_cast<std::uint32_t>(std::count(standing_.begin(), standing_.end(), 0U));
}

void Features::describe(std::uint32_t sentence, FeatureNames& names) const {
  names.clear();
  add_words(sentence, names);
  add_heading(sentence, names);
  add_shape(sentence, names);
  add_context(sentence, names);
  add_rules(sentence, names);
  add_neighbours(sentence, names);
}

void Features::add_words(std::uint32_t sentence, FeatureNames& names) const {
  const text::TokenRange range = seen_.document.sentences[sentence].tokens;
  const std::vector<tag::Tag>& tags = seen_.tags[sentence].tags;
  Pairs pairs(names);
  auto tag = tags.begin();
  for (std::uint32_t token = range.first; token < range.last; ++token) {
    const std::string_view word = seen_.document.word(token);
    if (is_number(word)) {
      names.add("w=#");
    } else {
      names.add("w=", word);
      if (has_stem(word)) names.add("stem=", word.substr(0, kStem));
    }
    while (tag != tags.end() && tag->tokens.last <= token) ++tag;
    const bool tagged = tag != tags.end() && tag->tokens.contains(token);
    if (!tagged) {
      pairs.add(is_number(word) ? "#" : word);
    } else if (tag->tokens.first == token) {
      names.add("mention=", to_string(tag->kind));
      pairs.add(to_string(tag->kind));
    }
  }
  pairs.add("$");
}

void Features::add_heading(std::uint32_t sentence, FeatureNames& names) const {
  for (const std::uint32_t above : claims::heading_sentences(seen_, sentence)) {
    if (stands_in(above)) names.add("heading claims");
    for (const tag::Tag& tag : seen_.tags[above].tags) {
      names.add("heading mention=", to_string(tag.kind));
    }
  }
}

void Features::add_shape(std::uint32_t sentence, FeatureNames& names) const {
  const text::SentenceRange& range = seen_.document.sentences[sentence];
  names.add("block=", to_string(seen_.document.text.blocks[range.block].kind));
  names.add("length=", step_of(kLengths, std::size_t{range.tokens.size()}));
  const std::string_view words = seen_.document.folded_text(range.folded);
  if (!words.empty() && is_ascii(words.back())) names.add("end=", words.substr(words.size() - 1));
  std::uint32_t loud = 0;
  for (std::uint32_t token = range.tokens.first; token < range.tokens.last; ++token) {
    if (seen_.document.tokens[token].shape == text::Shape::upper) ++loud;
  }
  if (loud * 2 > range.tokens.size()) names.add("capitals");
  if (standing_.size() < kFewSentences) return;
  if (sentence < kEdge) names.add("begins document");
  if (sentence + kEdge >= standing_.size()) names.add("ends document");
}

void Features::add_context(std::uint32_t sentence, FeatureNames& names) const {
  const context::SentenceContext& context = seen_.context[sentence];
  if (context.question) names.add("question");
  if (context.refuted_by) names.add("refuted");
  for (const context::Scope& scope : context.scopes) names.add("scope=", to_string(scope.stance));
  for (const context::VoiceScope& scope : context.voices)
    names.add("voice=", to_string(scope.voice));
  for (const tag::CueHit& hit : seen_.tags[sentence].cues) {
    names.add("cue=", seen_.lexicons.model().cues[hit.cue].cue_class);
  }
}

void Features::add_rules(std::uint32_t sentence, FeatureNames& names) const {
  if (stands_in(sentence)) names.add("rules claim");
  for (std::uint32_t i = first_[sentence]; i < first_[sentence + 1]; ++i) {
    const Judgement& judgement = judgements_[i];
    const Rule& rule = rule_of(seen_, judgement.candidate);
    if (!judgement.candidate.rejection) {
      names.add(judgement.unsupported ? "rule=" : "supported=", rule.type);
    } else if (judgement.candidate.rejection->reason != "covered") {
      names.add("rejected=", judgement.candidate.rejection->reason);
      names.add("near=", rule.type);
    }
  }
}

void Features::add_neighbours(std::uint32_t sentence, FeatureNames& names) const {
  const auto around = [&](std::string_view name, std::uint32_t other) {
    for (std::uint32_t i = first_[other]; i < first_[other + 1]; ++i) {
      if (!judgements_[i].unsupported) continue;
      const Rule& rule = rule_of(seen_, judgements_[i].candidate);
      names.add(name, family_of(rule.type));
    }
  };
  if (sentence > 0) around("before=", sentence - 1);
  if (sentence + 1 < standing_.size()) around("after=", sentence + 1);
  if (standing_.size() < kFewSentences) return;
  const auto others = static_cast<std::uint32_t>(standing_.size()) - 1;
  const std::uint32_t flagged = flagged_ - (stands_in(sentence) ? 1 : 0);
  names.add("share=", step_of(kShares, flagged * 100 / others));
}

}  // namespace claimlint::judge
