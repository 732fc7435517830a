// SPDX-License-Identifier: Apache-2.0
#include "mend.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "repair.hpp"
#include "text/tokens.hpp"

namespace claimlint::tag {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What is to be done to a token.
struct Edit {
  std::uint32_t token = 0;
  const Repair* repair = nullptr;
};

/// Finds the words to mend.
class Reviser {
 public:
  Reviser(const text::Document& document, Repairer& repairer)
      : document_(document), folded_(document.folded.text), repairer_(repairer) {}

  std::vector<Edit> run() {
    std::vector<Edit> edits;
    for (const text::SentenceRange& sentence : document_.sentences) {
      for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        if (!stands_alone(document_.tokens[i])) continue;
        const Repair& repair = repairer_.repair(written(i, sentence));
        const bool found = !repair.cuts.empty() || !repair.respelt.empty();
        if (found && is_clean(document_.tokens[i], repair)) edits.push_back({i, &repair});
      }
    }
    return edits;
  }

 private:
  /// A number ("7-10days"), or neither part of a compound with hyphens nor of an address or a tag.
  [[nodiscard]] bool stands_alone(const text::Token& token) const {
    constexpr std::string_view kBefore = "-/.#@_&+=\\";
    constexpr std::string_view kBehind = "-/@_=&\\";
    if (is_digit(folded_[token.begin])) return true;
    const bool before =
        token.begin > 0 && kBefore.find(folded_[token.begin - 1]) != std::string_view::npos;
    const bool behind =
        token.end < folded_.size() && kBehind.find(folded_[token.end]) != std::string_view::npos;
    return !before && !behind;
  }

  [[nodiscard]] WrittenWord written(std::uint32_t index,
                                    const text::SentenceRange& sentence) const {
    const text::Token& token = document_.tokens[index];
    WrittenWord word{.folded = document_.word(index), .shape = token.shape};
    if (token.shape == text::Shape::lower) return word;
    word.starts = starts(index, sentence);
    if (token.shape == text::Shape::mixed) word.inner_capital = inner_capital(token);
    return word;
  }

  [[nodiscard]] bool starts(std::uint32_t index, const text::SentenceRange& sentence) const {
    if (index == sentence.tokens.first) return true;
    const Span gap{document_.tokens[index - 1].end, document_.tokens[index].begin};
    return document_.folded_text(gap).find(':') != std::string_view::npos;
  }

  /// Where the only capital of a word stands that begins with a small letter.
  [[nodiscard]] std::size_t inner_capital(const text::Token& token) const {
    std::size_t capital = 0;
    for (std::size_t at = token.begin; at < token.end; ++at) {
      const char c = document_.clean_text({at, at + 1}).front();
      if (c < 'A' || c > 'Z') continue;
      if (at == token.begin || capital != 0) return 0;
      capital = at - token.begin;
    }
    return capital;
  }

  /// Nothing was folded away at a cut ("the\u00ADbrain"), nor two letters into one.
  [[nodiscard]] bool is_clean(const text::Token& token, const Repair& repair) const {
    return std::ranges::all_of(repair.cuts, [&](std::size_t cut) {
      const std::size_t at = token.begin + cut;
      return document_.clean_span({token.begin, at}).end ==
             document_.clean_span({at, token.end}).begin;
    });
  }

  const text::Document& document_;
  std::string_view folded_;
  Repairer& repairer_;
};

/// Writes the folded text anew with the edits, and moves what points into it.
class Rewriter {
 public:
  Rewriter(text::Document document, const std::vector<Edit>& edits)
      : old_(std::move(document)), edits_(edits) {}

  text::Document run() {
    rewrite();
    new_.folded.to_clean = to_old_.through(old_.folded.to_clean);
    new_.folded.notes = std::move(old_.folded.notes);
    new_.text = std::move(old_.text);
    number_tokens();
    for (const std::uint32_t token : opened_) reshape(new_.tokens[token]);
    return std::move(new_);
  }

 private:
  void rewrite() {
    new_.folded.text.reserve(old_.folded.text.size() + edits_.size());
    new_.tokens.reserve(old_.tokens.size() + edits_.size());
    auto edit = edits_.begin();
    for (std::uint32_t i = 0; i < old_.tokens.size(); ++i) {
      first_new_.push_back(static_cast<std::uint32_t>(new_.tokens.size()));
      if (edit == edits_.end() || edit->token != i) {
        copy(old_.tokens[i]);
      } else {
        apply(*(edit++)->repair, old_.tokens[i]);
      }
    }
    first_new_.push_back(static_cast<std::uint32_t>(new_.tokens.size()));
    copy_until(old_.folded.text.size());
  }

  [[nodiscard]] std::uint32_t place() const {
    return static_cast<std::uint32_t>(new_.folded.text.size());
  }

  void copy_until(std::size_t end) {
    new_.folded.text.append(old_.folded.text, copied_, end - copied_);
    copied_ = end;
  }

  void copy(text::Token token) {
    copy_until(token.begin);
    const std::uint32_t begin = place();
    copy_until(token.end);
    token.begin = begin;
    token.end = place();
    new_.tokens.push_back(token);
  }

  void apply(const Repair& repair, text::Token token) {
    if (!repair.respelt.empty()) return respell(repair.respelt, token);
    token.repaired = repair.mends;
    std::uint32_t begin = token.begin;
    for (const std::size_t cut : repair.cuts) {
      const auto end = token.begin + static_cast<std::uint32_t>(cut);
      put_part(token, begin, end);
      to_old_.add({place(), place() + 1U}, {end, end});
      new_.folded.text += ' ';
      begin = end;
      token.joined = true;
    }
    put_part(token, begin, token.end);
  }

  void put_part(text::Token token, std::uint32_t begin, std::uint32_t end) {
    token.begin = begin;
    token.end = end;
    opened_.push_back(static_cast<std::uint32_t>(new_.tokens.size()));
    copy(token);
  }

  void respell(std::string_view respelt, text::Token token) {
    copy_until(token.begin);
    const std::uint32_t begin = place();
    new_.folded.text += respelt;
    to_old_.add({begin, place()}, {token.begin, token.end});
    copied_ = token.end;
    token.begin = begin;
    token.end = place();
    token.repaired = true;
    new_.tokens.push_back(token);
  }

  void number_tokens() {
    new_.sentences = std::move(old_.sentences);
    for (text::SentenceRange& sentence : new_.sentences) {
      sentence.folded = to_old_.to_derived(sentence.folded);
      sentence.tokens = {first_new_[sentence.tokens.first], first_new_[sentence.tokens.last]};
    }
  }

  /// "Thebrain" is a capital and a small word.
  void reshape(text::Token& token) const {
    token.shape = text::make_token(new_.folded, new_.text.clean, {token.begin, token.end}).shape;
  }

  text::Document old_;
  const std::vector<Edit>& edits_;
  text::Document new_;
  text::OffsetMap to_old_;
  std::size_t copied_ = 0;                ///< bytes of the old text that are done
  std::vector<std::uint32_t> first_new_;  ///< by old token
  std::vector<std::uint32_t> opened_;     ///< new tokens
};

}  // namespace

text::Document mend(text::Document document, const lexicon::Compiled& lexicons) {
  Repairer repairer(lexicons);
  const std::vector<Edit> edits = Reviser(document, repairer).run();
  if (edits.empty()) return document;
  return Rewriter(std::move(document), edits).run();
}

bool is_repaired(const text::Document& document, text::TokenRange range) {
  const auto begin = document.tokens.begin() + range.first;
  return std::any_of(begin, begin + range.size(),
                     [](const text::Token& token) { return token.repaired; });
}

}  // namespace claimlint::tag
