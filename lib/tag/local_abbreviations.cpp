// SPDX-License-Identifier: Apache-2.0
#include "local_abbreviations.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace claimlint::tag {
namespace {

constexpr std::size_t kMinLetters = 2;
constexpr std::size_t kMaxLetters = 8;
constexpr std::uint32_t kMaxTokens = 3;  // "A-T", "HPT-JT"
// Words before the bracket that the abbreviation may be made of, beyond one for each letter.
constexpr std::size_t kMoreWords = 3;

bool is_upper(char c) { return 'A' <= c && c <= 'Z'; }
bool is_alnum(char c) { return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9'); }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string without_blanks(std::string_view text) {
  std::string plain;
  std::ranges::copy_if(text, std::back_inserter(plain), [](char c) { return !is_blank(c); });
  return plain;
}

/// Whether the letters of `shorter` stand in `longer` in this order, the first at a word's begin.
/// Both are folded. Sought from the end, as abbreviations take the last letters that fit.
bool abbreviates(std::string_view shorter, std::string_view longer) {
  std::size_t at = longer.size();
  for (std::size_t i = shorter.size(); i-- > 0;) {
    if (!is_alnum(shorter[i])) continue;
    const auto fits = [&](std::size_t place) {
      if (longer[place] != shorter[i]) return false;
      return i > 0 || place == 0 || !is_alnum(longer[place - 1]);
    };
    do {
      if (at == 0) return false;
      --at;
    } while (!fits(at));
  }
  return true;
}

/// A short form and what it stands for.
struct Definition {
  std::string written;  ///< as in the clean text, without blanks
  MentionKind kind = MentionKind::condition;
  std::uint32_t concept_index = text::kNone;
  std::uint32_t tokens = 1;
};

class Abbreviations {
 public:
  explicit Abbreviations(const text::Document& document) : document_(document) {}

  void run(std::vector<SentenceTags>& tags) {
    for (std::size_t i = 0; i < tags.size(); ++i) {
      const text::TokenRange sentence = document_.sentences[i].tokens;
      for (const Tag& tag : tags[i].tags) {
        if (tag.concept_index != text::kNone) define(tag, sentence);
      }
      if (!definitions_.empty()) add_uses(sentence, tags[i].tags);
    }
  }

 private:
  using Tags = std::vector<Tag>;

  /// What lies between two tokens, blanks apart.
  std::string between(std::uint32_t left, std::uint32_t right) const {
    return without_blanks(
        document_.folded_text({document_.tokens[left].end, document_.tokens[right].begin}));
  }

  void define(const Tag& tag, text::TokenRange sentence) {
    const std::uint32_t behind = tag.tokens.last;
    if (behind < sentence.last && between(behind - 1, behind) == "(") {
      define_from(tag, bracketed(behind, sentence), text_before(tag, behind, sentence));
    }
    const std::uint32_t first = tag.tokens.first;
    if (first > sentence.first && between(first - 1, first) == "(") {
      define_from(tag, {first - 1, first}, std::string(document_.folded_text(tag.folded)));
    }
  }

  /// The tokens from `first` up to a closing bracket; empty where there are too many.
  text::TokenRange bracketed(std::uint32_t first, text::TokenRange sentence) const {
    const std::string& text = document_.folded.text;
    for (std::uint32_t last = first + 1; last <= std::min(first + kMaxTokens, sentence.last);
         ++last) {
      const std::size_t end = text.find_first_not_of(" \n\t\r", document_.tokens[last - 1].end);
      if (end == std::string::npos) break;
      if (text[end] == ')') return {first, last};
      if (last < sentence.last && !document_.tokens[last].joined) break;
    }
    return {};
  }

  /// The tag's words and some before it: an abbreviation may be of more than the mention.
  std::string text_before(const Tag& tag, std::uint32_t behind, text::TokenRange sentence) const {
    const std::uint32_t more =
        std::min<std::uint32_t>(kMoreWords, tag.tokens.first - sentence.first);
    return std::string(
        document_.folded_text(document_.folded_span({tag.tokens.first - more, behind})));
  }

  void define_from(const Tag& tag, text::TokenRange shorter, const std::string& longer) {
    if (shorter.empty()) return;
    const Span folded = document_.folded_span(shorter);
    std::string written = without_blanks(document_.clean_text(folded));
    if (!is_short_form(written)) return;
    if (!abbreviates(document_.folded_text(folded), longer)) return;
    definitions_[std::string(document_.word(shorter.first))] = {std::move(written), tag.kind,
                                                                tag.concept_index, shorter.size()};
  }

  static bool is_short_form(std::string_view written) {
    return written.size() >= kMinLetters && written.size() <= kMaxLetters &&
           static_cast<std::size_t>(std::ranges::count_if(written, is_upper)) >= kMinLetters;
  }

  void add_uses(text::TokenRange sentence, Tags& tags) const {
    const auto known = static_cast<std::ptrdiff_t>(tags.size());
    for (std::uint32_t token = sentence.first; token < sentence.last; ++token) {
      const Definition* definition = find(token, sentence);
      if (definition == nullptr) continue;
      const text::TokenRange range{token, token + definition->tokens};
      const bool is_tagged = std::any_of(tags.begin(), tags.begin() + known, [&](const Tag& tag) {
        return tag.concept_index != text::kNone && tag.tokens.overlaps(range);
      });
      if (is_tagged) continue;
      Tag tag;
      tag.kind = definition->kind;
      tag.concept_index = definition->concept_index;
      tag.tokens = range;
      tag.folded = document_.folded_span(range);
      tags.push_back(std::move(tag));
      token = range.last - 1;
    }
    std::ranges::stable_sort(tags, {}, &Tag::folded);
  }

  /// The definition whose short form is written from this token on, an "s" behind it or not.
  const Definition* find(std::uint32_t token, text::TokenRange sentence) const {
    if (document_.tokens[token].shape == text::Shape::lower) return nullptr;
    std::string_view word = document_.word(token);
    auto found = definitions_.find(std::string(word));
    if (found == definitions_.end() && word.ends_with('s')) {
      word.remove_suffix(1);
      found = definitions_.find(std::string(word));
    }
    if (found == definitions_.end()) return nullptr;
    const Definition& definition = found->second;
    if (token + definition.tokens > sentence.last) return nullptr;
    const std::string written = without_blanks(
        document_.clean_text(document_.folded_span({token, token + definition.tokens})));
    return written == definition.written || written == definition.written + "s" ? &definition
                                                                                : nullptr;
  }

  const text::Document& document_;
  std::unordered_map<std::string, Definition> definitions_;  ///< by the first word, folded
};

}  // namespace

void add_local_abbreviations(const text::Document& document, std::vector<SentenceTags>& tags) {
  Abbreviations(document).run(tags);
}

}  // namespace claimlint::tag
