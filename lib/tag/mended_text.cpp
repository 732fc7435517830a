// SPDX-License-Identifier: Apache-2.0
#include "mended_text.hpp"

#include <algorithm>

#include "repair.hpp"

namespace claimlint::tag {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of the number at the head of "40mg", where a unit follows; 0 where there is none.
std::size_t glued_number(std::string_view word, const lexicon::Compiled& lexicons) {
  const auto after =
      std::ranges::find_if(word, [](char c) { return !is_digit(c) && c != ',' && c != '.'; });
  const auto digits = static_cast<std::size_t>(after - word.begin());
  if (digits == 0 || digits == word.size()) return 0;
  return lexicons.unit_terms().has_word(word.substr(digits)) ? digits : 0;
}

class Mender {
 public:
  Mender(const text::Document& document, const lexicon::Compiled& lexicons)
      : document_(document), lexicons_(lexicons), repairer_(lexicons) {
    mended_.document.folded.text = document.folded.text;
    mended_.document.tokens.reserve(document.tokens.size());
  }

  MendedText run() {
    for (const text::SentenceRange& sentence : document_.sentences) {
      const auto first = static_cast<std::uint32_t>(mended_.document.tokens.size());
      for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) add(i);
      mended_.ranges.push_back({first, static_cast<std::uint32_t>(mended_.document.tokens.size())});
    }
    return std::move(mended_);
  }

 private:
  void add(std::uint32_t index) {
    const text::Token& token = document_.tokens[index];
    const std::string_view word = document_.word(index);
    if (!word.empty() && is_digit(word.front())) {
      const std::size_t digits = glued_number(word, lexicons_);
      return digits == 0 ? push(token, index) : push_two(token, index, digits, false);
    }
    const Repair& repair = repairer_.repair(word, token.shape, begins_lower(token));
    if (repair.cut != 0) return push_two(token, index, repair.cut, true);
    push(token, index);
    mended_.words.back() = repair.respelt;
    mended_.repaired.back() = !repair.respelt.empty();
  }

  bool begins_lower(const text::Token& token) const {
    if (token.shape != text::Shape::mixed) return token.shape == text::Shape::lower;
    const std::string_view written = document_.clean_text({token.begin, token.begin + 1});
    return !written.empty() && written.front() >= 'a' && written.front() <= 'z';
  }

  void push(const text::Token& token, std::uint32_t index) {
    mended_.document.tokens.push_back(token);
    mended_.words.emplace_back();
    mended_.repaired.push_back(false);
    mended_.original.push_back(index);
  }

  void push_two(const text::Token& token, std::uint32_t index, std::size_t cut, bool repaired) {
    const auto middle = token.begin + static_cast<std::uint32_t>(cut);
    const text::Shape second =
        token.shape == text::Shape::upper ? text::Shape::upper : text::Shape::lower;
    push({token.begin, middle, token.shape, token.joined}, index);
    push({middle, token.end, second, true}, index);
    mended_.repaired[mended_.repaired.size() - 2] = repaired;
    mended_.repaired.back() = repaired;
  }

  const text::Document& document_;
  const lexicon::Compiled& lexicons_;
  Repairer repairer_;
  MendedText mended_;
};

}  // namespace

bool MendedText::is_repaired(text::TokenRange range) const {
  const auto begin = repaired.begin() + range.first;
  return std::find(begin, repaired.begin() + range.last, true) != repaired.begin() + range.last;
}

MendedText mend(const text::Document& document, const lexicon::Compiled& lexicons) {
  return Mender(document, lexicons).run();
}

}  // namespace claimlint::tag
