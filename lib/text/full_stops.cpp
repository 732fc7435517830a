// SPDX-License-Identifier: Apache-2.0
#include "full_stops.hpp"

#include <algorithm>

#include "inline_items.hpp"
#include "sentence_words.hpp"

namespace claimlint::text {
namespace {

constexpr ByteSet kLineOrSentenceEnd(".!?\n");

/// A sentence that is being read, seen from one of its full stops.
class OpenSentence {
 public:
  OpenSentence(const BlockView& block, const Abbreviations& abbreviations, std::size_t begin)
      : block_(block), abbreviations_(abbreviations), begin_(begin) {}

  [[nodiscard]] bool ends_sentence(Span run, std::size_t end, std::size_t next) const {
    if (run.begin == begin_ || is_bracketed(run) || !starts_sentence(run, end, next)) return false;
    if (next == end) return ends_glued(run, end);
    const bool is_plain_stop = run.size() == 1 && block_.at(run.begin) == '.';
    return !is_plain_stop || !abbreviates(run.begin, end, next);
  }

 private:
  /// "[...]" and "(?)" stand for words.
  [[nodiscard]] bool is_bracketed(Span run) const {
    return is_one_of("[(", block_.at(run.begin - 1)) && !block_.ends_at(run.end) &&
           is_one_of(")]", block_.at(run.end));
  }

  /// Whether what follows a full stop can begin a sentence, and is not the rest of this one.
  [[nodiscard]] bool starts_sentence(Span run, std::size_t end, std::size_t next) const {
    const std::size_t at = block_.skip("\"'([{-~*_# ", next);
    if (block_.ends_at(at)) return false;
    const bool after_dash = block_.at(next) == '-';
    if (end > run.end && block_.at(end - 1) == '"' && after_dash) return is_attribution(at);
    if (block_.is_upper_at(at)) return !continues_dots(run, at);
    // "8 a.m. - 6 p.m."
    if (after_dash) return false;
    // Dots that lead to a price are no full stops.
    if (run.size() > 1 && block_.at(run.begin) == '.' && !is_ascii_digit(block_.at(at))) {
      return false;
    }
    if (is_one_of(",;:)]}|&=%/\\+<>", block_.at(at))) return false;
    if (is_one_of(kTerminators, block_.at(at))) return at > next;
    return !block_.is_lower_at(at) || is_small_i(at) || is_item_label(next);
  }

  /// Who said what was quoted: a name, or some words to the end ("- anonymous").
  [[nodiscard]] bool is_attribution(std::size_t at) const {
    constexpr std::size_t kLongest = 64;
    if (block_.is_upper_at(at)) return true;
    return block_.end() - at <= kLongest && block_.find(kLineOrSentenceEnd, at) == block_.end();
  }

  /// "I" always has a capital: behind dots it is no sign of a new sentence.
  [[nodiscard]] bool continues_dots(Span run, std::size_t at) const {
    if (run.size() < 3 || block_.at(run.begin) != '.' || !is_one_of(". ", block_.at(run.begin + 1)))
      return false;
    const char next = block_.ends_at(at + 1) ? ' ' : block_.at(at + 1);
    return block_.at(at) == 'i' && is_one_of(" '", next);
  }

  /// "(b) Bend", "ii) Bend"
  [[nodiscard]] bool is_item_label(std::size_t at) const {
    constexpr std::size_t kLongest = 4;
    const std::size_t label = block_.at(at) == '(' ? at + 1 : at;
    const std::size_t end = label + word_at(label).size();
    if (end == label || end - label > kLongest || block_.ends_at(end + 1)) return false;
    return block_.at(end) == ')' && block_.is_upper_at(block_.skip(" ", end + 1));
  }

  /// "i", as it is written in haste.
  [[nodiscard]] bool is_small_i(std::size_t at) const {
    return block_.at(at) == 'i' && !block_.ends_at(at + 1) && is_one_of(" '", block_.at(at + 1));
  }

  /// Whether the word before the full stop at `stop` is an abbreviation, an initial or the number
  /// of a list item.
  [[nodiscard]] bool abbreviates(std::size_t stop, std::size_t end, std::size_t next) const {
    const std::size_t first = block_.word_begin(begin_, stop);
    const std::string_view word = block_.slice(first, stop);
    if (word.empty()) return false;
    const bool is_number = std::all_of(word.begin(), word.end(), is_ascii_digit);
    if (is_number && word.size() <= 3 && is_item_number(first)) return true;
    // "a.) Sit"
    if (first == begin_ && word.size() == 1 && block_.slice(stop, end) == ".)") return true;
    if (first == begin_ && is_roman(word)) return true;
    if (is_dotted_letters(word)) {
      if (is_hour_first(word, first)) return true;
      const bool opens = is_opener(word_at(next));
      if (first > begin_ && block_.is_upper_at(first) && opens) return false;
      if (!opens && is_initial(first, next, false)) return true;
    }
    // What is bracketed is over: "(approx.) The". And "MS. The" is the disease, not the title.
    const bool is_over =
        block_.is_upper_at(next) &&
        (end > stop + 1 || (is_shouted(word, first) && !block_.is_upper_at(next + 1)));
    const std::string_view stopped = block_.slice(first, stop + 1);
    if (!is_over && abbreviations_.contains(stopped, is_number_at(next))) return true;
    return end == stop + 1 && word.size() == 1 && !is_number && is_initial(first, next, true);
  }

  /// At the begin of the sentence, or behind the bullet that stands there.
  [[nodiscard]] bool is_item_number(std::size_t at) const {
    if (at == begin_) return true;
    // "Try this: 1. Sit tall. 2. Breathe."
    if (at >= 2 && block_.slice(at - 2, at) == ": " && block_.at(at) == '1') return true;
    const std::size_t bullet_end = block_.after(begin_);
    return is_bullet_at(block_, begin_) && block_.skip(" ", bullet_end) == at;
  }

  [[nodiscard]] std::string_view word_at(std::size_t at) const {
    std::size_t end = at;
    while (!block_.ends_at(end) && end - at < kLongestWord && is_ascii_lower(block_.at(end))) {
      ++end;
    }
    return block_.slice(at, end);
  }

  /// "At 5 a.m. Mr. Smith went": a time alone is no sentence.
  [[nodiscard]] bool is_hour_first(std::string_view word, std::size_t first) const {
    constexpr std::size_t kLongest = 16;
    if ((word != "a.m" && word != "p.m") || first - begin_ > kLongest) return false;
    const std::string_view preposition = word_at(begin_);
    if (!is_before_hour(preposition)) return false;
    return block_.skip(" 0123456789:.", begin_ + preposition.size()) == first;
  }

  /// A word all in capitals, such as the short name of a disease.
  [[nodiscard]] bool is_shouted(std::string_view word, std::size_t first) const {
    if (word.size() < 2 || word.find('.') != std::string_view::npos) return false;
    return block_.is_upper_at(first) && block_.is_upper_at(first + word.size() - 1);
  }

  /// A number, or a sum of money.
  [[nodiscard]] bool is_number_at(std::size_t at) const {
    constexpr std::u32string_view kCurrencies = U"$£€";
    const bool is_money = kCurrencies.find(block_.clean_letter(at)) != std::u32string_view::npos;
    const std::size_t digit = is_money ? block_.after(at) : at;
    return !block_.ends_at(digit) && is_ascii_digit(block_.at(digit));
  }

  /// "J. Smith" and "Lorna P. Hill", but not "vitamin C. It". A name before is no sign where what
  /// may be initials may be a degree as well.
  [[nodiscard]] bool is_initial(std::size_t letter, std::size_t next, bool after_name) const {
    if (is_ascii_digit(block_.at(next))) return false;
    if (letter == begin_) return true;
    if (!block_.is_upper_at(letter)) return false;
    std::size_t before = letter;
    while (before > begin_ && is_one_of(kBlanks, block_.at(before - 1))) --before;
    if (before == letter) return after_name;
    const std::size_t word = block_.word_begin(begin_, before);
    if (is_before_name(block_.slice(word, before))) return true;
    return after_name && (word == before || block_.is_upper_at(word));
  }

  /// Extraction glues sentences: "may be.Interestingly". A capitalised word must follow a whole
  /// word, and the two must not be an address, a file name or a name with initials.
  [[nodiscard]] bool ends_glued(Span run, std::size_t end) const {
    const std::size_t next = block_.skip("\"'([{", end);
    if (!is_capitalised(next) || is_address(block_.chunk(run.begin))) return false;
    if (end > run.end) return true;
    const std::size_t first = block_.word_begin(begin_, run.begin);
    const std::string_view word = block_.slice(first, run.begin);
    if (word.size() < 2) return run.begin > begin_ && is_one_of(")]\"%", block_.at(run.begin - 1));
    if (word[word.size() - 2] == '.') return false;
    return !abbreviations_.contains(block_.slice(first, run.begin + 1), false);
  }

  [[nodiscard]] bool is_capitalised(std::size_t at) const {
    if (!block_.is_upper_at(at)) return false;
    std::size_t end = at + 1;
    while (!block_.ends_at(end) && block_.is_lower_at(end)) ++end;
    if (block_.ends_at(end)) return end > at + 1;
    const bool is_name_part = block_.at(end) == '.' && !block_.ends_at(end + 1) &&
                              !is_one_of(kBlanks, block_.at(end + 1)) &&
                              (end == at + 1 || !block_.is_upper_at(end + 1));
    return !is_name_part && (end > at + 1 || is_one_of(" '", block_.at(end)));
  }

  const BlockView& block_;
  const Abbreviations& abbreviations_;
  std::size_t begin_;
};

}  // namespace

bool ends_sentence(const BlockView& block, const Abbreviations& abbreviations, std::size_t begin,
                   FullStop stop) {
  return OpenSentence(block, abbreviations, begin).ends_sentence(stop.run, stop.end, stop.next);
}

}  // namespace claimlint::text
