// SPDX-License-Identifier: Apache-2.0
#include "sentences.hpp"

#include <algorithm>

#include "letters.hpp"
#include "utf8.hpp"

namespace claimlint::text {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kTerminators = ".!?";

// How far a decision looks around a full stop: bounded, so that no text costs more than its length.
constexpr std::size_t kLongestWord = 32;
constexpr std::size_t kLongestAddress = 256;

bool is_one_of(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a byte belongs to a word that a full stop may abbreviate ("ph.d", "st").
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '.' || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// A block seen from one of its full stops. Case is looked up in the clean text.
class BlockView {
 public:
  BlockView(const Folded& folded, std::string_view clean, Span span)
      : text_(std::string_view(folded.text).substr(0, span.end)), folded_(folded), clean_(clean) {}

  [[nodiscard]] std::size_t end() const { return text_.size(); }
  [[nodiscard]] bool ends_at(std::size_t at) const { return at >= text_.size(); }
  [[nodiscard]] char at(std::size_t at) const { return text_[at]; }
  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  [[nodiscard]] std::size_t find_first_of(std::string_view set, std::size_t from) const {
    return std::min(text_.find_first_of(set, from), text_.size());
  }
  [[nodiscard]] std::size_t skip(std::string_view set, std::size_t from) const {
    return std::min(text_.find_first_not_of(set, from), text_.size());
  }

  /// The character behind a byte, which may be any byte of it.
  [[nodiscard]] char32_t clean_letter(std::size_t at) const {
    const std::size_t place = folded_.to_clean.to_source({at, at + 1}).begin;
    return code_point_at(clean_, code_point_before(clean_, place + 1)).value;
  }
  [[nodiscard]] bool is_upper_at(std::size_t at) const {
    return !ends_at(at) && is_upper(clean_letter(at));
  }
  [[nodiscard]] bool is_lower_at(std::size_t at) const {
    return !ends_at(at) && is_lower(clean_letter(at));
  }
  [[nodiscard]] bool opens_quote(std::size_t at) const {
    constexpr std::u32string_view kOpening = U"“‘„‚«‹";
    return kOpening.find(clean_letter(at)) != std::u32string_view::npos;
  }

  /// Where the word that ends at `end` begins, not before `first`.
  [[nodiscard]] std::size_t word_begin(std::size_t first, std::size_t end) const {
    const std::size_t limit = end - std::min(end - first, kLongestWord);
    while (end > limit && is_word_byte(text_[end - 1])) --end;
    return end;
  }

  /// The stretch without blanks around `at`: a word, or an address.
  [[nodiscard]] std::string_view chunk(std::size_t at) const {
    std::size_t begin = at;
    const std::size_t limit = at - std::min(at, kLongestAddress);
    while (begin > limit && !is_one_of(kBlanks, text_[begin - 1])) --begin;
    const std::string_view reach = slice(begin, std::min(at + kLongestAddress, end()));
    return reach.substr(0, reach.find_first_of(kBlanks));
  }

 private:
  std::string_view text_;
  const Folded& folded_;
  std::string_view clean_;
};

bool is_address(std::string_view chunk) {
  return chunk.find('@') != std::string_view::npos || chunk.find("://") != std::string_view::npos ||
         chunk.find("www.") != std::string_view::npos;
}

/// Splits one block.
class Splitter {
 public:
  Splitter(const BlockView& block, std::size_t begin, const Abbreviations& abbreviations)
      : block_(block), abbreviations_(abbreviations), begin_(block.skip(kBlanks, begin)) {}

  std::vector<Span> run() {
    std::size_t at = begin_;
    while (!block_.ends_at(at)) {
      const std::size_t stop = block_.find_first_of(".!?\n\"", at);
      if (block_.ends_at(stop)) break;
      at = block_.at(stop) == '\n'  ? at_line_end(stop)
           : block_.at(stop) == '"' ? at_quote(stop)
                                    : at_terminator(stop);
    }
    finish(block_.end(), block_.end());
    return std::move(sentences_);
  }

 private:
  std::size_t at_quote(std::size_t at) {
    in_quote_ = !in_quote_;
    return at + 1;
  }

  /// An empty line parts sentences whatever stands before it.
  std::size_t at_line_end(std::size_t at) {
    const std::size_t next = block_.skip(kBlanks, at);
    const std::string_view gap = block_.slice(at + 1, next);
    if (gap.find('\n') != std::string_view::npos) finish(at, next);
    return next;
  }

  std::size_t at_terminator(std::size_t at) {
    const std::size_t run_end = end_of_run(at);
    const std::size_t end = end_of_closers(run_end);
    const std::size_t next = block_.skip(kBlanks, end);
    if (block_.ends_at(next)) return next;
    if (ends_sentence({at, run_end}, end, next)) finish(end, next);
    return end;
  }

  void finish(std::size_t end, std::size_t next) {
    while (end > begin_ && is_one_of(kBlanks, block_.at(end - 1))) --end;
    if (end > begin_) sentences_.push_back({begin_, end});
    begin_ = next;
  }

  /// Full stops, also with blanks between them: "...", "?!", ". . .".
  [[nodiscard]] std::size_t end_of_run(std::size_t at) const {
    while (true) {
      at = block_.skip(kTerminators, at);
      if (block_.ends_at(at + 1) || block_.at(at) != ' ' || block_.at(at + 1) != '.') return at;
      ++at;
    }
  }

  /// Brackets, quotes and reference marks that stand directly behind a full stop are part of the
  /// sentence.
  std::size_t end_of_closers(std::size_t at) {
    for (std::size_t from = at; !block_.ends_at(at); from = at) {
      if (is_one_of(")]}'\"*", block_.at(at)) && !opens_here(at)) {
        if (block_.at(at) == '"') in_quote_ = !in_quote_;
        ++at;
      } else {
        at = end_of_reference(at);
      }
      if (at == from) break;
    }
    return at;
  }

  /// A quotation mark behind a full stop that opens the next sentence, glued to it.
  [[nodiscard]] bool opens_here(std::size_t at) const {
    if (!is_one_of("'\"", block_.at(at))) return false;
    if (block_.opens_quote(at)) return true;
    return block_.clean_letter(at) == U'"' && !in_quote_ && block_.is_upper_at(at + 1);
  }

  /// "[12]", "¹" or a bare "12" as what is left of a raised number.
  [[nodiscard]] std::size_t end_of_reference(std::size_t at) const {
    if (block_.at(at) == '[') {
      const std::size_t end = block_.skip("0123456789,- ", at + 1);
      return end > at + 1 && !block_.ends_at(end) && block_.at(end) == ']' ? end + 1 : at;
    }
    if (is_ascii_digit(block_.at(at))) {
      const std::size_t end = block_.skip("0123456789,", at);
      const bool after_word = at >= 3 && block_.is_lower_at(at - 2) && block_.is_lower_at(at - 3);
      const bool before_blank = block_.ends_at(end) || is_one_of(kBlanks, block_.at(end));
      return after_word && before_blank && end - at <= 3 ? end : at;
    }
    constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹†‡";
    while (!block_.ends_at(at) && kRaised.find(block_.clean_letter(at)) != kRaised.npos) {
      at = code_point_at(block_.slice(0, block_.end()), at).end;
    }
    return at;
  }

  [[nodiscard]] bool ends_sentence(Span run, std::size_t end, std::size_t next) const {
    if (run.begin == begin_ || is_bracketed(run) || !starts_sentence(run, end, next)) return false;
    if (next == end) return ends_glued(run, end);
    const bool is_plain_stop = run.size() == 1 && block_.at(run.begin) == '.';
    return !is_plain_stop || !abbreviates(run.begin, end, next);
  }

  /// "[...]" and "(?)" stand for words.
  [[nodiscard]] bool is_bracketed(Span run) const {
    return is_one_of("[(", block_.at(run.begin - 1)) && !block_.ends_at(run.end) &&
           is_one_of(")]", block_.at(run.end));
  }

  /// Whether what follows a full stop can begin a sentence, and is not the rest of this one.
  [[nodiscard]] bool starts_sentence(Span run, std::size_t end, std::size_t next) const {
    const std::size_t at = block_.skip("\"'([{-~*_# ", next);
    if (block_.ends_at(at)) return false;
    // An attribution behind a quotation: "It changed my life." - anonymous
    if (end > run.end && block_.at(end - 1) == '"' && block_.at(next) == '-') return true;
    if (block_.is_upper_at(at)) return true;
    // Dots that lead to a price are no full stops.
    if (run.size() > 1 && block_.at(run.begin) == '.' && !is_ascii_digit(block_.at(at))) {
      return false;
    }
    if (is_one_of(",;:)]}|&=%/\\+<>", block_.at(at))) return false;
    if (is_one_of(kTerminators, block_.at(at))) return at > next;
    return !block_.is_lower_at(at);
  }

  /// Whether the word before the full stop at `stop` is an abbreviation, an initial or the number
  /// of a list item.
  [[nodiscard]] bool abbreviates(std::size_t stop, std::size_t end, std::size_t next) const {
    const std::size_t first = block_.word_begin(begin_, stop);
    const std::string_view word = block_.slice(first, stop);
    if (word.empty()) return false;
    const bool is_number = std::all_of(word.begin(), word.end(), is_ascii_digit);
    if (first == begin_ && is_number && word.size() <= 3) return true;
    // What is bracketed is over: "(approx.) The". And "MS. The" is the disease, not the title.
    const bool is_over =
        block_.is_upper_at(next) &&
        (end > stop + 1 || (is_shouted(word, first) && !block_.is_upper_at(next + 1)));
    const std::string_view stopped = block_.slice(first, stop + 1);
    if (!is_over && abbreviations_.contains(stopped, is_number_at(next))) return true;
    return end == stop + 1 && word.size() == 1 && !is_number && is_initial(first, next);
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
    const std::size_t digit = is_money ? code_point_at(block_.slice(0, block_.end()), at).end : at;
    return !block_.ends_at(digit) && is_ascii_digit(block_.at(digit));
  }

  /// "J. Smith" and "Lorna P. Hill", but not "vitamin C. It".
  [[nodiscard]] bool is_initial(std::size_t letter, std::size_t next) const {
    if (is_ascii_digit(block_.at(next))) return false;
    if (letter == begin_) return true;
    if (!block_.is_upper_at(letter)) return false;
    std::size_t before = letter;
    while (before > begin_ && is_one_of(kBlanks, block_.at(before - 1))) --before;
    if (before == letter) return true;
    const std::size_t word = block_.word_begin(begin_, before);
    return word == before || block_.is_upper_at(word);
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
                              !is_one_of(kBlanks, block_.at(end + 1));
    return !is_name_part && (end > at + 1 || is_one_of(" '", block_.at(end)));
  }

  const BlockView& block_;
  const Abbreviations& abbreviations_;
  std::vector<Span> sentences_;
  std::size_t begin_;
  bool in_quote_ = false;
};

}  // namespace

Abbreviations::Abbreviations(std::span<const std::string> terms) {
  constexpr std::string_view kBeforeNumber = " #";
  for (const std::string& term : terms) {
    if (term.ends_with(kBeforeNumber)) {
      before_number_.insert(term.substr(0, term.size() - kBeforeNumber.size()));
    } else {
      always_.insert(term);
    }
  }
}

bool Abbreviations::contains(std::string_view word, bool before_number) const {
  const std::string key(word);
  return always_.contains(key) || (before_number && before_number_.contains(key));
}

std::vector<Span> split_sentences(const Folded& folded, std::string_view clean, Span block,
                                  const Abbreviations& abbreviations) {
  const BlockView view(folded, clean, block);
  return Splitter(view, block.begin, abbreviations).run();
}

}  // namespace claimlint::text
